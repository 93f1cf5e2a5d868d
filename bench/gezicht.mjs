// What a page costs a phone: bytes and requests of a cold visit, the moment its largest part is there (LCP), what jumps
// (CLS), and what sticks out of a narrow screen or with large letters. 4× slower processor, 1.6 Mb/s, 150 ms.
import { createRequire } from 'node:module'

const [driver, adres, ...gevraagd] = process.argv.slice(2)
const { chromium } = createRequire(import.meta.url)(driver)
const eerste = (await (await fetch(`${adres}/sitemap.xml`)).text()).match(/\/buurten\/[^<]+/)[0]
const paginas = gevraagd.length ? gevraagd : ['/', eerste, '/stad', '/kaart', '/begroting/posten', '/begroting/vergelijk', '/zoek', '/uitleg', '/data']

const browser = await chromium.launch({ executablePath: process.env.PORTAL_TEST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] })
console.log('page'.padEnd(44), 'KB', 'requests', 'LCP ms', 'map ms', 'CLS', '320px', '200%')
for (const pad of paginas) {
  await fetch(adres + pad, { headers: { 'accept-encoding': 'br' } }) // made once: what is measured is the way to the phone
  const koud = await bezoek(pad, { width: 360, height: 740 })
  const smal = await steektUit(pad, 320, 1)
  const groot = await steektUit(pad, 360, 2)
  console.log(pad.padEnd(44), (koud.bytes / 1024).toFixed(0).padStart(3), `${koud.aantal}`.padStart(4), koud.lcp.toFixed(0).padStart(8), (koud.kaart?.toFixed(0) ?? '-').padStart(6), koud.cls.toFixed(3).padStart(7), smal.padStart(5), groot.padStart(5))
}
await browser.close()

async function bezoek(pad, viewport) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2 })
  const pagina = await context.newPage()
  const cdp = await context.newCDPSession(pagina)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let [bytes, aantal] = [0, 0]
  cdp.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; aantal += e.encodedDataLength > 0 ? 1 : 0 })
  await pagina.addInitScript(() => {
    Object.assign(window, { lcp: 0, cls: 0 })
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (window.lcp = e.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (window.cls += e.hadRecentInput ? 0 : e.value))).observe({ type: 'layout-shift', buffered: true })
  })
  await pagina.goto(adres + pad, { waitUntil: 'networkidle' })
  // A small map below a list comes when somebody scrolls to it: that is not part of the visit
  const groot = pagina.locator('portal-map:not(.klein-kaart)')
  const kaart = (await groot.count()) ? await groot.and(pagina.locator('[data-klaar]')).waitFor().then(() => pagina.evaluate(() => performance.now())) : null
  const { lcp, cls } = await pagina.evaluate(() => ({ lcp: window.lcp, cls: window.cls }))
  await context.close()
  return { bytes, aantal, lcp, cls, kaart }
}

async function steektUit(pad, width, letters) {
  const context = await browser.newContext({ viewport: { width, height: 740 } })
  const pagina = await context.newPage()
  await pagina.goto(adres + pad)
  if (letters > 1) await pagina.evaluate((l) => { document.documentElement.style.fontSize = `${100 * l}%` }, letters)
  await pagina.waitForTimeout(300)
  const over = await pagina.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await context.close()
  return over > 0 ? `+${over}` : 'fits'
}
