// A large layer: only what is in view, by the square, and what lies close together as one number.
const DICHTBIJ = 17 // from here on a number is what lies in one place

export function tegellaag(L, kaart, { src, pad, zoom }, nummer, kleur, { element, link, zin, haal, zonderTab }) {
  const groepen = new Map()
  const sleutel = ({ x, y, z }) => `${z}/${x}/${y}`
  const getal = new Intl.NumberFormat(document.documentElement.lang)
  const kort = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact', maximumFractionDigits: 1 })

  const een = ([lat, lng, , dataset, id, titel, waarde]) =>
    L.circleMarker([lat, lng], { className: `laag laag-${nummer}`, radius: 6, color: '#fff', fillColor: kleur(waarde), fill: kleur(waarde) !== 'none', weight: 1.5, fillOpacity: 0.85 })
      .bindTooltip(() => element('span', {}, [titel]))
      .bindPopup(() => link(`/${pad}/${dataset}/${encodeURIComponent(id)}`, titel))

  function tros([lat, lng, aantal]) {
    const kant = 28 + 8 * Math.min(3, Math.floor(Math.log10(aantal)))
    const icon = L.divIcon({ className: `tros laag-${nummer}`, html: element('span', {}, [kort.format(aantal)]), iconSize: [kant, kant] })
    const zoveel = `${getal.format(aantal)}${zin(' bij elkaar')}`
    const merk = L.marker([lat, lng], { icon, title: zoveel, keyboard: false }) // with keys: zoom, or the list of what is in view
    const kies = () => {
      if (kaart.getZoom() < DICHTBIJ) kaart.setView([lat, lng], Math.min(DICHTBIJ, Math.floor(kaart.getZoom()) + 2))
      else merk.unbindPopup().bindPopup(() => link(`/${pad}?bij=${lat},${lng}&straal=250`, zoveel)).openPopup()
    }
    return merk.on('click', kies)
  }

  async function vul(plek) {
    const rijen = await haal(src.replace('{z}', plek.z).replace('{x}', plek.x).replace('{y}', plek.y))
    if (groepen.get(sleutel(plek)) !== null) return // out of view meanwhile
    const groep = L.layerGroup(rijen.map((r) => (r[2] === 1 ? een(r) : tros(r)))).addTo(kaart)
    groepen.set(sleutel(plek), groep)
    zonderTab(groep)
  }

  const Laag = L.GridLayer.extend({
    createTile(plek, klaar) {
      const vak = element('div', {})
      groepen.set(sleutel(plek), null) // asked, and not yet there
      vul(plek).then(() => klaar(null, vak), (fout) => klaar(fout, vak))
      return vak
    },
  })
  const laag = new Laag({ maxNativeZoom: 20, minZoom: zoom ?? 0 })
  laag.on('tileunload', ({ coords }) => {
    groepen.get(sleutel(coords))?.remove()
    groepen.delete(sleutel(coords))
  })
  return new Promise((goed, fout) => {
    laag.once('load', () => goed())
    if (kaart.getZoom() < (zoom ?? 0)) goed() // not asked yet
    laag.once('tileerror', ({ error }) => fout(error))
    laag.addTo(kaart)
  })
}
