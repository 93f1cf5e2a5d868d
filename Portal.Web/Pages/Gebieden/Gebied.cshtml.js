// What was searched for, in the fragment, which no server sees: the point and name of an address
// (#plek=lat,lon&straat=…), or another name of the area (#ook=…).
const svg = document.querySelector('.kaartje svg[data-hoeken]')
const plek = /^#plek=(-?[\d.]+),(-?[\d.]+)(?:&(straat|adres)=([^&]{1,300}))?$/.exec(location.hash)
const [lat, lon] = plek?.slice(1, 3).map(Number) ?? []

const regel = document.getElementById('uw-plek')
if (regel && plek?.[3]) {
  const alles = regel.querySelector('a')
  alles.href += `${lat.toFixed(4)},${lon.toFixed(4)}`
  zeg(regel, regel.dataset[plek[3]], plek[4])
}

const ook = /^#ook=([^&]{1,300})$/.exec(location.hash)
const ookWel = document.getElementById('ook-wel')
if (ookWel && ook) zeg(ookWel, ookWel.dataset.zin, ook[1])

function zeg(waar, zin, geschreven) {
  const naam = Object.assign(document.createElement('strong'), { lang: 'nl', textContent: new URLSearchParams(`n=${geschreven}`).get('n') })
  const [voor, na] = zin.split('{naam}')
  waar.prepend(voor, naam, na, ' ')
  waar.hidden = false
}

if (svg && plek) {
  const [linksboven, rechtsboven, linksonder] = svg.dataset.hoeken.split(' ').map((h) => h.split(',').map(Number))
  const { width, height } = svg.viewBox.baseVal
  const min = ([a, b], [c, d]) => [a - c, b - d]
  const kruis = ([a, b], [c, d]) => a * d - b * c
  // So small a piece of the earth is flat: how far along the upper edge, and how far down the left one
  const [punt, over, neer] = [[lon, lat], rechtsboven, linksonder].map((p) => min(p, linksboven))
  const [x, y] = [(kruis(punt, neer) / kruis(over, neer)) * width, (kruis(over, punt) / kruis(over, neer)) * height]
  if (x >= 0 && y >= 0 && x <= width && y <= height) {
    const stip = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
    for (const [naam, waarde] of Object.entries({ cx: x, cy: y, r: 7, class: 'plek' })) stip.setAttribute(naam, waarde)
    svg.append(stip)
  }
}
