// Money as places: the form and colour of a sign are its stage, its surface the amount. Server twin: Components/Geldteken.razor
const VORMEN = {
  begroting: (r) => `M${-r},0L0,${-r}L${r},0L0,${r}z`,
  begrotingswijziging: (r) => `M${-r},0L0,${-r}L${r},0L0,${r}z`,
  verleend: (r) => `M${-r * 0.85},${-r * 0.85}h${1.7 * r}v${1.7 * r}h${-1.7 * r}z`,
  vastgesteld: (r) => `M0,${-r}L${r},${r * 0.8}L${-r},${r * 0.8}z`,
  realisatie: (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
}
const GROOTST = 24 // of a map of this many pixels
const BREED = 700
const KLEINST = 6

/** Puts the places on the map; of several stages in one place every sign tells all of them. */
export function geldlaag(L, kaart, { features }, { element, link, zin, euro, euroCent, zonderTab }) {
  const Teken = L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point
      const [begin, ...rest] = VORMEN[this.options.fase](this._radius).slice(1).split(/(?=[Lhvaz])/)
      const [bx, by] = begin.split(',').map(Number)
      const vast = rest.map((deel) => (deel.startsWith('L') ? `L${deel.slice(1).split(',').map((n, i) => Number(n) + [x, y][i]).join(',')}` : deel))
      this._renderer._setPath(this, `M${bx + x},${by + y}${vast.join('')}`)
    },
  })
  const plekken = Map.groupBy(features.filter((f) => f.geometry), ({ geometry }) => JSON.stringify(geometry.coordinates))
  const grootst = GROOTST * Math.min(1, Math.sqrt(kaart.getSize().x / BREED))
  const meest = Math.max(...features.map((f) => Math.abs(f.properties.bedrag)), 1)
  const groep = L.layerGroup()
  const regel = ({ dataset, id, titel, bedrag, fase, jaar, ontvanger }) =>
    element('p', {}, [link(`/geldplekken/${dataset}/${encodeURIComponent(id)}`, titel), element('br'), `${euroCent(bedrag)} ${zin(`fase ${fase}`)} ${jaar}`, ...(ontvanger ? [element('br'), element('span', { lang: 'nl', textContent: ontvanger })] : [])])
  // The largest below, so that every sign can be reached
  const rijen = [...plekken.values()].flatMap((hier) => hier.map((feature) => ({ feature, hier }))).sort((a, b) => Math.abs(b.feature.properties.bedrag) - Math.abs(a.feature.properties.bedrag))
  for (const { feature, hier } of rijen) {
    const { fase, bedrag, titel, jaar } = feature.properties
    const plek = L.geoJSON(feature).getBounds().getCenter()
    const radius = Math.max(KLEINST, grootst * Math.sqrt(Math.abs(bedrag) / meest))
    new Teken(plek, { fase, radius, className: `geldplek fase-${fase}`, weight: 2 })
      .bindTooltip(() => element('span', {}, [`${titel}: ${euro(bedrag)} ${zin(`fase ${fase}`)} ${jaar}`]), { sticky: true })
      .bindPopup(() => element('div', {}, hier.map((f) => regel(f.properties))), { minWidth: 200, maxHeight: 260 })
      .addTo(groep)
  }
  zonderTab(groep.addTo(kaart))
}
