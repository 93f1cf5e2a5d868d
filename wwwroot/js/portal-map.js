// The map is an extra: the page says the same without it. The only file that knows Leaflet.
import '/lib/leaflet/leaflet.js' // a script, not a module: it calls itself L

const { L } = globalThis

const engels = document.documentElement.lang === 'en'
const woorden = {
  'Achtergrond: ': 'Background: ',
  'De kaart kan nu niet worden getoond. De tabel hieronder zegt hetzelfde.': 'The map cannot be shown now. The table below says the same.',
  Dichterbij: 'Zoom in',
  'In totaal: ': 'In total: ',
  'Per inwoner: ': 'Per resident: ',
  'Verder weg': 'Zoom out',
  'geen gegevens': 'no data',
}
/** A sentence in the language of the page. */
export const zin = (nederlands) => (engels ? woorden[nederlands] : nederlands)

const heel = new Intl.NumberFormat(engels ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 0 })
const cent = new Intl.NumberFormat(engels ? 'en-GB' : 'nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export const euro = (bedrag, cijfers = heel) => (bedrag === null || bedrag === undefined ? zin('geen gegevens') : `€ ${cijfers.format(bedrag)}`)
export const euroCent = (bedrag) => euro(bedrag, cent)

export function element(naam, eigenschappen, kinderen = []) {
  const el = Object.assign(document.createElement(naam), eigenschappen)
  el.append(...kinderen)
  return el
}

/** To a page of ours, with words of a source. */
export const link = (pad, tekst) => element('a', { href: engels ? `/en${pad}` : pad, lang: 'nl' }, [tekst])

/** Tiles are an extra: when the first ones do not come, the map goes on without. */
function achtergrond(kaart, { achtergrond: adres, bron }) {
  const vermelding = L.control.attribution({ prefix: false }).addTo(kaart)
  const tegels = L.tileLayer(adres, { maxZoom: 19, attribution: element('span', { textContent: zin('Achtergrond: ') + bron }).outerHTML })
  let gekomen = 0
  tegels.on('tileload', () => gekomen++)
  tegels.on('tileerror', () => {
    if (gekomen) return
    tegels.remove()
    vermelding.remove()
    kaart.getContainer().parentElement.removeAttribute('data-achtergrond')
  })
  tegels.addTo(kaart)
}

/** stijl(dataset, properties) gives a CSS class, popup(dataset, properties) an element; both may be left out. */
export function definePortalMap({ stijl = () => 'vlak', popup } = {}) {
  customElements.define(
    'portal-map',
    class extends HTMLElement {
      async connectedCallback() {
        try {
          const antwoord = await fetch(this.dataset.src)
          if (!antwoord.ok) throw new Error(`${antwoord.status}`)
          this.#teken(await antwoord.json())
        } catch {
          this.replaceChildren(element('p', { className: 'melding' }, [zin('De kaart kan nu niet worden getoond. De tabel hieronder zegt hetzelfde.')]))
        }
      }

      #teken(geojson) {
        const vlak = element('div', { className: 'kaartvlak' })
        this.replaceChildren(vlak)
        const kaart = L.map(vlak, { scrollWheelZoom: false, attributionControl: false, zoomSnap: 0.25 })
        kaart.zoomControl.remove()
        L.control.zoom({ zoomInTitle: zin('Dichterbij'), zoomOutTitle: zin('Verder weg') }).addTo(kaart)
        if (this.dataset.achtergrond) achtergrond(kaart, this.dataset)
        const laag = L.geoJSON(geojson, {
          pointToLayer: (_, plek) => L.circleMarker(plek, { radius: 7 }),
          style: ({ properties }) => ({ className: `gebied ${stijl(this.dataset, properties)}`, weight: 1 }),
          onEachFeature: ({ properties }, vorm) => {
            vorm.bindTooltip(element('span', {}, [properties.naam ?? properties.titel ?? '']), { sticky: true }) // a text would be read as HTML
            if (popup) vorm.bindPopup(() => popup(this.dataset, properties))
          },
        }).addTo(kaart)
        const [west, zuid, oost, noord] = (this.dataset.kader ?? '').split(' ').map(Number)
        const grens = noord ? L.latLngBounds([zuid, west], [noord, oost]) : laag.getBounds()
        if (grens.isValid()) kaart.fitBounds(grens, { padding: [8, 8] })
        else kaart.setView([52.2, 5.3], 8)
        const plek = /^#plek=(-?[\d.]+),(-?[\d.]+)$/.exec(location.hash) // of a search by address
        if (plek) L.circleMarker([+plek[1], +plek[2]], { radius: 9, className: 'plek', interactive: false }).addTo(kaart)
        this.dataset.klaar = `${geojson.features.length}`
      }
    },
  )
}
