// How long after the last byte of shapes and figures the areas stand on the screen, a few cold visits, the middle one.
import { createRequire } from 'node:module'

const [driver, adres, gevraagd] = process.argv.slice(2)
const BEZOEKEN = 7
const { chromium } = createRequire(import.meta.url)(driver)
const browser = await chromium.launch({ executablePath: process.env.PORTAL_TEST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] })
await bezoek() // what the portal makes once is made
const keren = []
for (let i = 0; i < BEZOEKEN; i++) keren.push(await bezoek())
await browser.close()
const midden = (naam) => keren.map((k) => k[naam]).sort((a, b) => a - b)[(BEZOEKEN - 1) / 2]
console.log(`${gevraagd} asked, ${keren[0].vlakken} areas: shapes ${(midden('vormen') / 1024).toFixed(1)} KB, figures ${(midden('cijfers') / 1024).toFixed(1)} KB of brotli; first paint ${midden('verf').toFixed(0)} ms after the data (${keren.map((k) => k.verf.toFixed(0)).sort((a, b) => a - b).join(' ')})`)

async function bezoek() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const pagina = await context.newPage()
  // The data may be there before the scripts are: it counts from when both are
  await pagina.addInitScript(() => {
    const haal = window.fetch
    window.fetch = (...wat) => ((window.gevraagd ??= performance.now()), haal(...wat))
  })
  // The areas are drawn at the end of the frame in which something was filled: the first task after it
  await pagina.addInitScript(() => {
    const vul = CanvasRenderingContext2D.prototype.fill
    CanvasRenderingContext2D.prototype.fill = function (...wat) {
      if (!this.canvas.isConnected) return vul.apply(this, wat)
      if (!window.geverfd) {
        window.geverfd = true
        const na = new MessageChannel()
        na.port1.onmessage = () => { window.verf = performance.now() }
        na.port2.postMessage(0)
      }
      return vul.apply(this, wat)
    }
  })
  await pagina.goto(`${adres}/kaart?niveau=buurt&per=totaal`)
  await pagina.waitForFunction(() => window.verf && document.querySelector('portal-map[data-klaar]'))
  const uit = await pagina.evaluate(() => {
    const van = (stuk) => performance.getEntriesByType('resource').filter((r) => r.name.includes(stuk))
    const [vormen, cijfers] = [van('/vormen/buurten'), van('/cijfers/')]
    return {
      vlakken: Number(document.querySelector('portal-map').dataset.klaar),
      vormen: vormen[0].encodedBodySize,
      cijfers: cijfers[0].encodedBodySize,
      verf: window.verf - Math.max(window.gevraagd, vormen[0].responseEnd, cijfers[0].responseEnd),
    }
  })
  await context.close()
  return uit
}
