// Staff at work in Chromium, on a portal that runs: node bench/beheer.mjs ADDRESS PORTAL-PROGRAM DATA [PICTURES]
// A redacteur uploads, a publicist publishes; it counts clicks and fields, and how long until the public sees it.
import { execFileSync } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { chromium } = createRequire(import.meta.url)('../Portal.Tests/bin/Debug/net10.0/.playwright/package/index.js')
const [basis, programma, data, beelden] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
if (beelden) mkdirSync(beelden, { recursive: true })

function totp(geheim) {
  const bits = [...geheim].map((l) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(l).toString(2).padStart(5, '0')).join('')
  const sleutel = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)))
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)))
  const hash = createHmac('sha1', sleutel).update(moment).digest()
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

class Hand {
  klikken = 0
  velden = 0

  static async kom(rol) {
    const hand = new Hand()
    const link = execFileSync(programma, ['beheer', 'uitnodigen', `${rol}-${randomUUID()}@dorp.example`, '--rol', rol], { encoding: 'utf8' }).trim()
    const profiel = await browser.newContext({ baseURL: basis, viewport: { width: 1000, height: 800 } })
    hand.p = await profiel.newPage()
    hand.p.setDefaultTimeout(60000)
    await hand.p.goto(new URL(link).pathname)
    await hand.p.getByLabel('Uw naam').fill(rol === 'redacteur' ? 'Robin de Redacteur' : 'Puck de Publicist')
    await hand.p.getByLabel(/^Wachtwoord/).fill('kraai-sokken-tafel-mist')
    await hand.p.getByLabel('De code die de app nu toont').fill(totp(await hand.p.locator('.sleutel').innerText()))
    await hand.p.getByRole('button', { name: 'Toegang maken' }).click()
    await hand.p.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
    return hand
  }

  async klik(naam, soort = 'button') {
    this.klikken++
    await this.p.getByRole(soort, { name: naam, exact: true }).first().click()
  }

  async vul(label, waarde) {
    this.velden++
    const veld = this.p.getByLabel(label).first()
    if (waarde.bestand) return veld.setInputFiles(waarde.bestand)
    if ((await veld.evaluate((e) => e.tagName)) === 'SELECT') return veld.selectOption(waarde)
    return veld.fill(waarde)
  }

  async beeld(naam) {
    if (beelden) await this.p.screenshot({ path: join(beelden, `${naam}.png`), clip: { x: 0, y: 0, width: 1000, height: 800 } })
  }
}

const [redacteur, publicist] = [await Hand.kom('redacteur'), await Hand.kom('publicist')]
const bewoner = await (await browser.newContext({ baseURL: basis, viewport: { width: 1000, height: 800 } })).newPage()
bewoner.setDefaultTimeout(60000)

async function lever(soort, bestand, velden, open = {}) {
  await redacteur.p.goto('/beheer')
  redacteur.klikken = redacteur.velden = publicist.klikken = publicist.velden = 0
  await redacteur.klik('Gegevens aanleveren', 'link')
  if (soort !== 'laag') {
    redacteur.klikken++
    await redacteur.p.locator(`main a[href="/beheer/nieuw/${soort}"]`).click()
  }
  await redacteur.vul(/^Bestand, ten hoogste/, { bestand })
  for (const [label, waarde] of Object.entries(velden)) await redacteur.vul(new RegExp(`^${label}`), waarde)
  if (Object.keys(open).length) {
    redacteur.klikken++
    await redacteur.p.getByText('Meer over dit bestand').click()
    for (const [label, waarde] of Object.entries(open)) await redacteur.vul(new RegExp(`^${label}`), waarde)
  }
  await redacteur.beeld(`${soort}-1-bestand`)
  await redacteur.klik('Aanleveren')
  while (!redacteur.p.url().includes('/controle/') && !(await redacteur.p.getByText('niet geladen').count())) await redacteur.p.waitForTimeout(1000)
  await redacteur.p.locator('h1').waitFor()
  await redacteur.beeld(`${soort}-2-controle`)
  if (!redacteur.p.url().includes('/controle/')) throw new Error('refused')
  return redacteur.p.url()
}

async function beslis(keuzes) {
  for (const keus of keuzes) {
    redacteur.klikken++
    await keus(redacteur.p)
  }
  await redacteur.klik('Bewaar en lees opnieuw')
  await redacteur.p.waitForTimeout(500)
  while (await redacteur.p.getByText('ververst vanzelf').count()) await redacteur.p.waitForTimeout(1000)
}

// A choice for every finding: not of a person, where that can be and is wanted; else the text goes
async function losOp(toch) {
  const n = await redacteur.p.locator('.bevindingen fieldset').count()
  if (!n) return
  await beslis(
    [...Array(n).keys()].map((i) => async (p) => {
      const keus = (wat) => p.locator(`input[name="keus_${i}"][value="${wat}"]`)
      if (toch && (await keus('toch').count())) {
        await keus('toch').check()
        redacteur.velden++
        await p.locator(`input[name="reden_${i}"]`).fill(toch)
      } else if (await keus('masker').count()) await keus('masker').check()
      else await p.locator(`input[name="keus_${i}"]`).first().check()
    }),
  )
}

// As a resident sees it: the map of the page, drawn
async function getekend(pad) {
  await bewoner.goto(pad)
  // Of a list of areas the page of the first one, where the server draws it
  if (/^\/(buurten|stadsdelen)$/.test(pad)) await bewoner.goto(await bewoner.locator(`main a[href^="${pad}/"]`).first().getAttribute('href'))
  await bewoner.locator('portal-map, svg[data-hoeken]').first().scrollIntoViewIfNeeded()
  await bewoner.locator('.leaflet-overlay-pane path, .leaflet-overlay-pane canvas, .leaflet-marker-icon, svg[data-hoeken] path').first().waitFor({ state: 'attached' })
}

async function publiceer(naam, pad, zoek, kaart) {
  const controle = new URL(redacteur.p.url()).pathname
  await publicist.p.goto('/beheer')
  await publicist.p.goto(controle)
  publicist.klikken++ // from the list to the page
  await publicist.vul('Wat er nieuw is', `${naam}: bijgewerkt.`)
  await publicist.klik('Publiceren')
  await publicist.p.waitForURL(/beheer\/dataset/)
  const begin = Date.now()
  for (;;) {
    const tekst = await (await fetch(basis + pad)).text()
    if (tekst.includes(zoek)) break
    if (Date.now() - begin > 60000) throw new Error(`${naam}: after a minute not at ${pad}`)
    await new Promise((r) => setTimeout(r, 50))
  }
  const [k, v, gezien] = [redacteur.klikken + publicist.klikken, redacteur.velden + publicist.velden, Date.now() - begin]
  if (kaart) await getekend(kaart)
  const daarna = kaart ? `, drawn at ${kaart} after ${Date.now() - begin} ms` : ''
  console.log(`${naam}: public at ${pad} ${gezien} ms after the answer${daarna}; ${k} clicks, ${v} fields`)
}

async function probeer(naam, doe) {
  try {
    await doe()
  } catch (fout) {
    console.log(`${naam}: NOT DONE: ${fout.message.split('\n')[0]} at ${redacteur.p.url()} «${(await redacteur.p.locator('main').innerText()).slice(0, 400).replaceAll('\n', ' | ')}»`)
  }
}

const van = (naam) => join(data, naam)
await probeer('buurten in RD', async () => {
  await lever('gebieden', van('awkward/amsterdam_buurten_rd28992.geojson'), { Indeling: '2022' })
  await publiceer('buurten in RD', '/buurten', 'Kolenkit', '/buurten')
})
await probeer('stadsdelen', async () => {
  await lever('gebieden', van('derived/amsterdam_stadsdelen_9.geojson'), { Indeling: '2022' })
  await publiceer('stadsdelen', '/stadsdelen', 'Nieuw-West', '/stadsdelen')
})
await probeer('parken', async () => {
  await lever('laag', van('amsterdam_parks.geojson'), { Titel: 'Parken' })
  await losOp('Namen van parken, geen personen.')
  await redacteur.p.getByRole('link', { name: 'Verder naar beschrijven' }).click()
  await redacteur.beeld('laag-3-beschrijven')
  await redacteur.p.getByRole('button', { name: 'Bewaar en bekijk' }).click()
  await redacteur.beeld('laag-4-bekijken')
  const versie = redacteur.p.url().split('/').at(-1)
  await redacteur.p.goto(`/beheer/voorbeeld/${versie}/lagen/parken`)
  await redacteur.p.locator('portal-map').first().scrollIntoViewIfNeeded() // a map below a list comes when somebody scrolls to it
  await redacteur.p.locator('.kaartvlak :is(path, canvas)').first().waitFor({ state: 'attached' })
  await redacteur.beeld('laag-5-voorbeeld')
  await redacteur.p.goto(`/beheer/controle/${versie}`)
  redacteur.klikken += 2
  await publiceer('parken', '/lagen/parken.csv', 'Vondelpark', '/lagen/parken')
})
await probeer('wijken', async () => {
  await lever('laag', van('amsterdam_wijken_names.geojson'), { Titel: 'Wijknamen' })
  await losOp('Namen van wijken, geen personen.')
  await publiceer('wijken', '/lagen/wijknamen.geojson', 'FeatureCollection', '/lagen/wijknamen')
})
await probeer('Iv3', async () => {
  await lever('iv3', van('awkward/iv3_2024_begroting_win1252_decimaalkomma.csv'), {}, { Jaar: '2024', Fase: 'begroting' })
  await publiceer('Iv3', '/data', 'iv3')
})
// As they stand in the text, with nothing of the sentence around them
const namen = ['Fatima Yilmaz', 'Hassnae Bouzid', 'Pieter de Wit']
const ingevuld = ['Muziekles door mevrouw Fatima Yilmaz', 'Buurtfeest, aanvrager: Hassnae Bouzid', 'Moestuin van de heer Pieter de Wit']
await probeer('subsidieregister', async () => {
  const register = readFileSync(van('amsterdam_subsidieregister.csv'), 'utf8')
  await lever('subsidies', van('amsterdam_subsidieregister.csv'), {})
  await losOp()
  await publiceer('subsidieregister', '/begroting/posten', '2024', '/kaart')
  const regels = register.split(/\r?\n/)
  const plek = regels[0].split(',').findIndex((k) => /projectnaam/i.test(k))
  let anders = 0
  for (let i = 1; i < regels.length && anders < 500; i++)
    if (/,\d+(\.\d+)?,/.test(regels[i]) && !regels[i].includes('"')) {
      regels[i] = regels[i].replace(/,(\d+)(\.\d+)?,/, (_, n) => `,${Number(n) + 1}.00,`)
      if (anders < ingevuld.length) regels[i] = regels[i].split(',').with(plek, `"${ingevuld[anders]}"`).join(',')
      anders++
    }
  const pad = join(tmpdir(), 'subsidieregister-2.csv')
  writeFileSync(pad, regels.join('\n'))
  await lever('subsidies', pad, {})
  console.log(`planted names: ${await redacteur.p.locator('.lead').first().innerText()}; ${await redacteur.p.locator('dl.tellers').last().innerText()}`.replaceAll('\n', ' '))
  await losOp()
  await publiceer('subsidieregister, 500 rijen anders', '/data/subsidieregister', '500 rijen anders: bijgewerkt', '/kaart')
  for (const adres of ['/begroting/posten.csv?fase=verleend', '/data/subsidieregister/begrotingsposten.csv']) {
    const tekst = await (await fetch(basis + adres)).text()
    console.log(`${adres}: ${tekst.split('\n').length} lines, ${namen.filter((n) => tekst.includes(n)).length} of the 3 planted names`)
  }
})
await probeer('ongedaan maken', async () => {
  await publicist.p.goto('/beheer/dataset/parken')
  await publicist.p.getByLabel('Waarom (komt in het logboek)').fill('Proef')
  await publicist.p.getByRole('button', { name: /ongedaan maken/ }).click()
  await publicist.p.locator('h1').waitFor()
  console.log(`undone: /lagen/parken now answers ${(await fetch(`${basis}/lagen/parken`)).status}`)
})
await browser.close()
