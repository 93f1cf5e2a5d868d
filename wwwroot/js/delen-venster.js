// What opens behind "Deel of bewaar" (delen.js), fetched when somebody asks.
const venster = document.getElementById('delen')
const stijlen = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'visibility', 'display', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'dominant-baseline']

export function open(beeld) {
  const vlak = beeld.localName === 'svg' ? beeld : beeld.querySelector('.leaflet-container')
  const rijen = tabelVan(beeld)
  const csv = rijen ? null : document.querySelector('main a[href*=".csv"]')
  const insluiten = beeld.localName === 'portal-map' ? document.getElementById('insluitcode')?.value : null
  venster.querySelector('[name=link]').value = location.href
  venster.querySelector('[name=insluiten]').value = insluiten ?? ''
  venster.querySelector('[name=insluiten]').closest('label').hidden = !insluiten
  zet('csv', rijen ? () => bewaar(csvVan(rijen), 'text/csv', 'csv') : csv ? () => location.assign(csv.href) : null)
  zet('svg', vlak ? () => bewaar(svgVan(beeld), 'image/svg+xml', 'svg') : null)
  zet('png', vlak ? () => alsPng(svgVan(beeld), vlak.getBoundingClientRect()) : null)
  venster.showModal()
}

function zet(wat, doe) {
  const knop = venster.querySelector(`[data-wat=${wat}]`)
  knop.hidden = !doe
  knop.onclick = doe
}

venster?.querySelector('[data-wat=dicht]').addEventListener('click', () => venster.close())
for (const veld of venster?.querySelectorAll('input, textarea') ?? []) veld.addEventListener('focus', () => veld.select())

// The table that says the same: the chart itself, one in its figure or part of the page, or the one the map points at.
function tabelVan(beeld) {
  if (beeld.localName === 'table') return beeld
  const aangewezen = beeld.dataset.lijst && document.getElementById(beeld.dataset.lijst)
  const om = aangewezen ?? beeld.closest('figure, section')
  return om?.querySelector('table') ?? beeld.closest('figure')?.parentElement.querySelector('table') ?? (beeld.localName === 'portal-map' ? document.querySelector('main table') : null)
}

function csvVan(tabel) {
  const cel = (c) => {
    const tekst = (c.innerText || c.textContent).replace(/\s+/g, ' ').replace(/−(?=\d)/g, '-').trim()
    return `"${(/^[=+\-@]/.test(tekst) && !/^-?[\d.,€ ]+$/.test(tekst) ? `'${tekst}` : tekst).replaceAll('"', '""')}"`
  }
  return '\ufeff' + [...tabel.rows].map((r) => [...r.cells].filter((c) => !c.classList.contains('staaf')).map(cel).join(',')).join('\r\n') + '\r\n'
}

// A map is drawn on canvas: it gives a drawing of what it shows.
function svgVan(beeld) {
  if (beeld.localName === 'svg') return los(beeld)
  const tekening = beeld.tekening()
  const svg = los(tekening)
  tekening.remove()
  return svg
}

// A drawing alone has no style sheet and no icons beside it: what it looks like here goes with it.
function los(svg) {
  const { width, height } = svg.getBoundingClientRect()
  const kopie = svg.cloneNode(true)
  kleed(svg, kopie)
  kopie.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  kopie.setAttribute('width', width)
  kopie.setAttribute('height', height)
  for (const naam of ['style', 'aria-hidden']) kopie.removeAttribute(naam)
  const namen = new Set([...kopie.outerHTML.matchAll(/(?:href="|url\(["']?)#([\w-]+)/g)].map((m) => m[1]))
  const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs')
  for (const naam of namen) {
    const bron = document.getElementById(naam)
    if (!bron || kopie.querySelector(`[id="${naam}"]`)) continue
    const ding = bron.cloneNode(true)
    kleed(bron, ding)
    defs.append(ding)
  }
  kopie.prepend(defs)
  return new XMLSerializer().serializeToString(kopie)
}

function kleed(van, naar) {
  if (van.localName === 'title') return
  const gezien = getComputedStyle(van)
  for (const stijl of stijlen) {
    const waarde = gezien.getPropertyValue(stijl)
    if (waarde) naar.setAttribute(stijl, waarde.replaceAll('"', "'"))
  }
  ;[...van.children].forEach((kind, i) => kleed(kind, naar.children[i]))
}

async function alsPng(svg, { width, height }) {
  const beeld = new Image()
  beeld.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await beeld.decode()
  const doek = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 })
  const pen = doek.getContext('2d')
  pen.fillStyle = getComputedStyle(document.body).backgroundColor
  pen.fillRect(0, 0, doek.width, doek.height)
  pen.drawImage(beeld, 0, 0, doek.width, doek.height)
  doek.toBlob((bytes) => bewaar(bytes, 'image/png', 'png'))
}

function bewaar(inhoud, soort, extensie) {
  const naam = document.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)
  const adres = URL.createObjectURL(new Blob([inhoud], { type: soort }))
  Object.assign(document.createElement('a'), { href: adres, download: `${naam}.${extensie}` }).click()
  setTimeout(() => URL.revokeObjectURL(adres), 10_000)
}
