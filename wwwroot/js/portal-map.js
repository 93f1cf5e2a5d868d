// The map is an extra: the page says the same without it. The only file that knows Leaflet.
import '/lib/leaflet/leaflet.js' // a script, not a module: it calls itself L
import { Vlakken } from '/js/portal-vlakken.js'

const { L } = globalThis

const engels = document.documentElement.lang === 'en'
const woorden = {
  'Achtergrond: ': 'Background: ',
  'De kaart kan nu niet worden getoond. De tabel hieronder zegt hetzelfde.': 'The map cannot be shown now. The table below says the same.',
  Dichterbij: 'Zoom in',
  'Haal laatste hoek weg': 'Remove last corner',
  'Hoek in het midden': 'Corner in the middle',
  Stop: 'Stop',
  'Teken een gebied': 'Draw an area',
  'Tik op de kaart voor elke hoek, of schuif de kaart en kies Hoek in het midden.': 'Tap the map for each corner, or move the map and choose Corner in the middle.',
  'Toon dit gebied': 'Show this area',
  ' van 25 hoeken': ' of 25 corners',
  'Alle bedragen hier': 'All amounts here',
  ' bij elkaar': ' together',
  ' in totaal': ' in total',
  ' kan nu niet op de kaart. De lijst werkt wel.': ' cannot be shown on the map now. The list works.',
  ' per hectare': ' per hectare',
  ' per huishouden': ' per household',
  ' per inwoner': ' per resident',
  'Verder weg': 'Zoom out',
  'geen gegevens': 'no data',
}
const fasen = {
  'fase begroting': ['begroot in', 'budgeted in'],
  'fase begrotingswijziging': ['begroting gewijzigd in', 'budget changed in'],
  'fase realisatie': ['besteed in', 'spent in'],
  'fase vastgesteld': ['definitief vastgesteld, aanvraag uit', 'set as the final amount, application of'],
  'fase verleend': ['toegekend, aanvraag uit', 'awarded, application of'],
}
/** A sentence in the language of the page. */
export const zin = (nederlands) => (nederlands in fasen ? fasen[nederlands][engels ? 1 : 0] : engels ? woorden[nederlands] : nederlands)

const opNaam = new Intl.Collator('nl')

const heel = new Intl.NumberFormat(engels ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 0 })
const cent = new Intl.NumberFormat(engels ? 'en-GB' : 'nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export const euro = (bedrag, cijfers = heel) => (bedrag === null || bedrag === undefined ? zin('geen gegevens') : `€ ${cijfers.format(bedrag).replace('-', '−')}`)
export const euroCent = (bedrag) => euro(bedrag, cent)

export function element(naam, eigenschappen, kinderen = []) {
  const el = Object.assign(document.createElement(naam), eigenschappen)
  el.append(...kinderen)
  return el
}

/** To a page of ours. Staff who look at what is not public yet stay there. */
const basis = document.documentElement.dataset.basis ?? ''
export const pad = (adres, tekst) => element('a', { href: `${basis}${engels ? '/en' : ''}${adres}` }, [tekst])

/** The same, with words of a source. */
export const link = (adres, tekst) => Object.assign(pad(adres, tekst), { lang: 'nl' })

const titel = (_, { naam, titel }) => naam ?? titel ?? ''

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

/** Where the map is and what is chosen on it, in the address: to share, and to come back to. */
const zicht = {
  nu: new URLSearchParams([...new URLSearchParams(location.hash.slice(1))].filter(([, waarde]) => waarde)),
  lees() {
    return this.nu
  },
  alsHash: (nu) => `#${nu.toString().replaceAll('%2C', ',')}`,
  schrijf(anders) {
    for (const [naam, waarde] of Object.entries(anders)) this.nu.set(naam, waarde)
    history.replaceState(null, '', this.alsHash(this.nu))
  },
}

/** What one looks at goes along to the same page with another choice, and to the other language. */
function neemZichtMee() {
  const kaal = ({ origin, pathname }) => origin + pathname.replace(/^\/en(?=\/)/, '')
  const met = (adres) => {
    const url = new URL(adres, document.baseURI)
    if (kaal(url) !== kaal(location)) return undefined
    const hash = new URLSearchParams(zicht.nu)
    if (url.hash) hash.set('naar', url.hash.slice(1))
    return Object.assign(url, { hash: zicht.alsHash(hash) }).href
  }
  for (const soort of ['click', 'auxclick'])
    document.addEventListener(soort, ({ target }) => {
      const a = target.closest?.('a[href]')
      if (a && !a.getAttribute('href').startsWith('#')) a.href = met((a.dataset.adres ??= a.href)) ?? a.href
    })
  document.addEventListener('submit', ({ target }) => (target.action = met((target.dataset.adres ??= target.action)) ?? target.action))
  // Of another area on the same page: only what stands behind the # is another
  addEventListener('hashchange', () => location.hash.includes('gebied=') && location.reload())
  const naar = document.getElementById(zicht.nu.get('naar'))
  if (!naar) return
  zicht.nu.delete('naar')
  zicht.schrijf({})
  naar.scrollIntoView()
  naar.tabIndex = -1 // what is read next is what was asked for, not the top of the page
  naar.focus({ preventScroll: true })
}

async function haal(adres) {
  const antwoord = await fetch(adres)
  if (!antwoord.ok) throw new Error(`${antwoord.status}`)
  return antwoord.json()
}

/** After the next frame; a tab that nobody sees has none. */
const getekend = () => new Promise((verder) => (document.hidden ? verder() : requestAnimationFrame(() => setTimeout(verder))))

/** The shapes (TopoJSON) with the figures of a choice, as GeoJSON of places: neighbours share those between them. */
function samen({ transform, arcs, objects }, { maat, gebieden = {} }) {
  const { scale: [sx, sy], translate: [west, zuid] } = transform
  const lijnen = arcs.map((boog) => {
    let [x, y] = [0, 0]
    return boog.map(([dx, dy]) => ((x += dx), (y += dy), L.latLng(y * sy + zuid, x * sx + west)))
  })
  const ring = (bogen) => bogen.flatMap((nummer, i) => (nummer < 0 ? lijnen[~nummer].toReversed() : lijnen[nummer]).slice(i ? 1 : 0))
  const features = Object.values(objects)[0].geometries.map(({ id, properties, arcs: vlakken }) => {
    const [bedrag, waarde] = gebieden[id] ?? [null, null]
    return {
      type: 'Feature',
      properties: { code: id, naam: properties.naam, bedrag, [maat]: waarde },
      geometry: { type: 'MultiPolygon', coordinates: vlakken.map((vlak) => vlak.map(ring)) },
    }
  })
  return { type: 'FeatureCollection', features }
}

/** A browser would stop at every shape with the keyboard; the list beside the map, and the page below it, have them all. */
export const zonderTab = (laag) => laag.eachLayer((vorm) => (vorm.eachLayer ? zonderTab(vorm) : vorm.getElement()?.setAttribute('tabindex', '-1')))

/** Lines and names of the larger areas, to see where one is: nothing to choose, and the list says the same. */
function orienteer(kaart, topologie) {
  kaart.createPane('namen')
  const namen = []
  for (const feature of samen(topologie, {}).features) {
    const delen = feature.geometry.coordinates.map((ringen) => L.polygon(ringen[0], { className: 'grens', interactive: false, weight: 2, pane: 'namen' }))
    const grootste = delen.reduce((a, b) => (maatVan(a) > maatVan(b) ? a : b))
    for (const deel of delen) deel.addTo(kaart)
    const naam = L.tooltip({ permanent: true, direction: 'center', className: 'plaatsnaam', interactive: false, pane: 'namen' })
      .setLatLng(midden(kaart, grootste.getLatLngs()[0]))
      .setContent(element('span', { lang: 'nl', textContent: feature.properties.naam }))
      .addTo(kaart)
    namen.push([maatVan(grootste), naam.getElement()])
  }
  const grootEerst = namen.sort(([a], [b]) => b - a).map(([, el]) => el)
  kaart.on('zoomend resize', () => ontruim(grootEerst))
  ontruim(grootEerst)
}

/** A name that would stand over that of a larger area is left out. */
function ontruim(namen) {
  const vrij = []
  for (const [el, vak] of namen.map((el) => [el, el.getBoundingClientRect()])) {
    const raakt = vrij.some((v) => v.left < vak.right && vak.left < v.right && v.top < vak.bottom && vak.top < v.bottom)
    el.style.visibility = raakt ? 'hidden' : ''
    if (!raakt) vrij.push(vak)
  }
}
const DICHT = 16
const SCHAAL = 14

/** The middle of where a shape is widest: of a crescent the centre lies outside. */
function midden(kaart, ring) {
  const punten = ring.map((plek) => kaart.project(plek, SCHAAL))
  const lijnen = punten.map((p, i) => [p, punten[(i + 1) % punten.length]])
  const vak = L.bounds(punten)
  const maat = vak.getSize().divideBy(DICHT)
  let [beste, ruimte] = [vak.getCenter(), 0]
  for (let i = 1; i < DICHT ** 2; i++) {
    const p = vak.min.add(L.point(i % DICHT, Math.floor(i / DICHT)).scaleBy(maat))
    const binnen = lijnen.filter(([a, b]) => a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x).length % 2
    const hier = binnen ? Math.min(...lijnen.map(([a, b]) => L.LineUtil.pointToSegmentDistance(p, a, b))) : 0
    if (hier > ruimte) [beste, ruimte] = [p, hier]
  }
  return kaart.unproject(beste, SCHAAL)
}

const maatVan = (vorm) => {
  const b = vorm.getBounds()
  return (b.getEast() - b.getWest()) * (b.getNorth() - b.getSouth())
}

/** Without a value a place has no colour of a class: it is not known, and not low. */
export function vanLegenda({ grenzen, kleuren }, waarde) {
  return waarde === null || waarde === undefined ? 'none' : kleuren[grenzen.filter((g) => waarde >= g).length]
}

/** One more collection over the map: points and shapes, each with a link to its own page. */
async function legLaag(kaart, { src, pad, zoom, legenda }, nummer, kleur) {
  if (src.includes('{z}')) return (await import('/js/portal-tegels.js')).tegellaag(L, kaart, { src, pad, zoom }, nummer, (waarde) => (legenda ? vanLegenda(legenda, waarde) : kleur), { element, link, zin, haal, zonderTab })
  const geojson = await haal(src)
  if (pad === 'geldplekken') return (await import('/js/portal-geld.js')).geldlaag(L, kaart, geojson, { element, link, zin, euro, euroCent, zonderTab })
  const laag = L.geoJSON(geojson, {
    pointToLayer: (_, plek) => L.circleMarker(plek, { radius: 6 }),
    style: ({ geometry, properties }) => {
      const eigen = legenda && vanLegenda(legenda, properties[legenda.kolom])
      if (eigen) return { className: 'laag van-legenda', fill: eigen !== 'none', fillColor: eigen, fillOpacity: 0.9, weight: 1.5 }
      const punt = geometry?.type.endsWith('Point') // what lies under a shape stays to be seen, and to be chosen
      return { className: `laag laag-${nummer}`, color: punt ? '#fff' : kleur, fill: punt, fillColor: kleur, weight: punt ? 1.5 : 3, fillOpacity: 0.85 }
    },
    onEachFeature: ({ properties: { dataset, id, titel } }, vorm) => {
      vorm.bindTooltip(element('span', {}, [titel]), { sticky: true })
      vorm.bindPopup(() => link(`/${pad}/${dataset}/${encodeURIComponent(id)}`, titel))
    },
  })
  const toon = () => {
    if (zoom && kaart.getZoom() < zoom) return laag.remove()
    zonderTab(laag.addTo(kaart))
  }
  kaart.on('zoomend', toon)
  toon()
}

/** stijl(dataset, properties) gives a CSS class, kleur a colour of a legend, label a text, popup an element; all may be left out. */
export function definePortalMap({ stijl = () => 'vlak', kleur = () => undefined, label = titel, popup } = {}) {
  customElements.define(
    'portal-map',
    class extends HTMLElement {
      #vlakken
      #laatste
      #plek
      #past
      #midden

      async connectedCallback() {
        try {
          const { src, vormen, orientatie } = this.dataset
          const groter = orientatie ? haal(orientatie).catch(() => undefined) : undefined // the map goes on without
          const [inhoud, topologie] = await Promise.all([src && haal(src), vormen && haal(vormen)])
          await this.#teken(topologie ? samen(topologie, inhoud ?? {}) : inhoud, groter)
        } catch {
          this.replaceChildren(element('p', { className: 'melding' }, [zin('De kaart kan nu niet worden getoond. De tabel hieronder zegt hetzelfde.')]))
        }
      }

      /** What the map shows, as a drawing that lies over it: who asks for it takes it away again. */
      tekening() {
        return this.#vlakken?.tekening()
      }

      async #teken(geojson, groter) {
        const vlak = element('div', { className: 'kaartvlak' })
        this.replaceChildren(vlak)
        const kaart = L.map(vlak, { scrollWheelZoom: false, attributionControl: false, zoomSnap: 0.25 })
        kaart.zoomControl.remove()
        L.control.zoom({ zoomInTitle: zin('Dichterbij'), zoomOutTitle: zin('Verder weg') }).addTo(kaart)
        if (this.dataset.achtergrond) achtergrond(kaart, this.dataset)
        const paneel = document.getElementById(this.dataset.paneel)
        if (paneel) neemZichtMee()
        const vlakken = new Vlakken(L, kaart, this, geojson, {
          klassen: (eigenschappen) => `gebied ${kleur(this.dataset, eigenschappen) ? 'van-legenda' : stijl(this.dataset, eigenschappen)}`,
          kleur: (eigenschappen) => kleur(this.dataset, eigenschappen),
          label: (eigenschappen) => label(this.dataset, eigenschappen),
        })
        this.#vlakken = vlakken
        const { laag } = vlakken
        const vormen = new Map()
        laag.eachLayer((vorm) => vormen.set(vorm.feature.properties.code, { vorm, properties: vorm.feature.properties }))
        const van = ({ feature }) => feature.properties
        laag.bindTooltip((vorm) => element('span', {}, [label(this.dataset, van(vorm))]), { sticky: true }) // a text would be read as HTML
        if (paneel) laag.on('click', ({ layer }) => this.#kies(paneel, van(layer).code, vormen))
        else if (popup) laag.bindPopup((vorm) => popup(this.dataset, van(vorm)))
        laag.addTo(kaart)
        const eigen = this.#eigen()
        this.#begin(kaart, eigen?.grens ?? laag.getBounds())
        eigen?.vorm.addTo(kaart)
        zonderTab(laag) // which are there now that the map knows where it is
        for (const soort of ['pointerdown', 'keydown']) vlak.addEventListener(soort, () => (this.#past = undefined))
        new ResizeObserver(() => {
          const was = kaart.getSize()
          if (kaart.invalidateSize().getSize().equals(was)) return
          if (this.#past) this.#past()
          else if (this.#midden) kaart.panInside(this.#midden, { animate: false, padding: [40, 40] })
        }).observe(vlak)
        await getekend() // what can wait does not keep the areas from the screen
        if (this.dataset.teken) (await import('/js/portal-teken.js')).teken(L, kaart, this, { element, zin })
        if (paneel) this.#vulPaneel(paneel, kaart, vormen)
        const orientatie = await groter
        if (orientatie) orienteer(kaart, orientatie)
        const lagen = JSON.parse(this.dataset.lagen || '[]')
        const stijlen = getComputedStyle(this)
        const gelukt = await Promise.allSettled(lagen.map((l, i) => legLaag(kaart, l, i, stijlen.getPropertyValue(`--laag-${i % 6}`))))
        for (const [i, { status }] of gelukt.entries())
          if (status === 'rejected') this.after(element('p', { className: 'melding' }, [lagen[i].titel + zin(' kan nu niet op de kaart. De lijst werkt wel.')]))
        this.dataset.klaar = `${geojson.features.length}`
      }

      // A piece of the map that was chosen: corners, or a circle around one.
      #eigen() {
        const { hoeken, straal } = this.dataset
        if (!hoeken) return undefined
        const plekken = hoeken.split(';').filter(Boolean).map((h) => h.split(',').map(Number))
        const stijl = { className: 'eigen eerder', interactive: false }
        if (Number(straal)) return { vorm: L.circle(plekken[0], { ...stijl, radius: Number(straal) }), grens: L.latLng(plekken[0]).toBounds(2 * straal) }
        const vorm = L.polygon(plekken, stijl)
        return { vorm, grens: vorm.getBounds() }
      }

      // The page that says the same in words: of what is in view.
      #alsLijst(kaart) {
        const naar = document.getElementById(this.dataset.lijst)
        if (!naar) return
        const [b, rand] = [kaart.getBounds(), (n) => n.toFixed(4)]
        const hoeken = [b.getSouthWest(), b.getNorthWest(), b.getNorthEast(), b.getSouthEast()]
        const [pad, zoek] = naar.getAttribute('href').split('?')
        const keuze = new URLSearchParams(zoek)
        keuze.set('vlak', hoeken.map(({ lat, lng }) => `${rand(lat)},${rand(lng)}`).join(';'))
        naar.href = `${pad}?${keuze}`
        const code = document.getElementById('insluitcode')
        const { lat, lng } = kaart.getCenter()
        if (code) code.value = code.value.replace(/(src="[^"#]*)[^"]*/, `$1#zicht=${kaart.getZoom()},${rand(lat)},${rand(lng)}`)
      }

      #begin(kaart, alles) {
        const [west, zuid, oost, noord] = (this.dataset.kader ?? '').split(' ').map(Number)
        const grens = noord ? L.latLngBounds([zuid, west], [noord, oost]) : alles
        const [zoom, breedte, lengte] = (zicht.lees().get('zicht') ?? '').split(',').map(Number)
        const plek = this.dataset.plek || zicht.lees().get('plek') || '' // of a search by address
        const [b, l] = plek.split(',').map(Number)
        if (l && !lengte) kaart.setView([b, l], 15)
        else if (lengte) kaart.setView([breedte, lengte], zoom)
        else if (zicht.lees().has('vlak')) this.#terug(kaart, zicht.lees().get('vlak'))
        else if (grens.isValid()) this.#pas(kaart, grens, 8)
        else kaart.setView([52.2, 5.3], 8)
        if (l) this.#plek = L.circleMarker([b, l], { radius: 9, className: 'plek', interactive: false }).addTo(kaart)
        if (lengte) this.#alsLijst(kaart)
        kaart.on('moveend', () => {
          const { lat, lng } = kaart.getCenter()
          this.#alsLijst(kaart)
          zicht.schrijf({ zicht: `${kaart.getZoom()},${lat.toFixed(4)},${lng.toFixed(4)}` })
        })
      }

      // All of it in view, also when the map becomes smaller or larger, until one moves it. On a phone the box to
      // search lies over the map.
      #pas(kaart, grens, rand, maxZoom) {
        const boven = Number(getComputedStyle(this).getPropertyValue('--marge-boven'))
        this.#past = (animate = false) => kaart.fitBounds(grens, { animate, maxZoom, paddingTopLeft: [rand, rand + boven], paddingBottomRight: [rand, rand] })
        this.#past(undefined)
      }

      // To the piece of the map that a list was of: as near as it was.
      #terug(kaart, hoeken) {
        zicht.nu.delete('vlak')
        const vak = L.latLngBounds(hoeken.split(';').map((h) => h.split(',').map(Number)))
        const stap = kaart.options.zoomSnap
        kaart.options.zoomSnap = 0
        const zoom = kaart.getBoundsZoom(vak)
        kaart.options.zoomSnap = stap
        kaart.setView(vak.getCenter(), Math.round(zoom / stap) * stap)
        this.#alsLijst(kaart)
      }

      // One stop for the keyboard in place of hundreds: a list of names beside the map.
      #vulPaneel(paneel, kaart, vormen) {
        const namen = [...vormen].map(([code, { properties }]) => element('option', { value: code, textContent: properties.naam }))
        const lijst = element('select', {}, [element('option', { value: '', textContent: paneel.dataset.kop })].concat(namen.sort((a, b) => opNaam.compare(a.textContent, b.textContent))))
        lijst.addEventListener('change', () => {
          if (!vormen.has(lijst.value)) return
          this.#kies(paneel, lijst.value, vormen)
          this.#pas(kaart, vormen.get(lijst.value).vorm.getBounds(), 24, 14)
        })
        const vooraf = [...paneel.children]
        paneel.replaceChildren(element('label', {}, [element('span', { className: 'onzichtbaar', textContent: paneel.dataset.kop }), lijst]), element('div', { ariaLive: 'polite' }, vooraf))
        const hier = vooraf[0]?.dataset.gebied // the card of a place: the page has it already
        if (vormen.has(hier)) this.#licht(paneel, hier, vormen)
        if (hier) return
        const code = zicht.lees().get('gebied')
        if (!vormen.has(code)) return zicht.lees().delete('gebied') // of another level
        this.#kies(paneel, code, vormen)
        if (!zicht.lees().has('zicht')) this.#pas(kaart, vormen.get(code).vorm.getBounds(), 24, 14)
      }

      #licht(paneel, code, vormen) {
        const { vorm } = vormen.get(code)
        this.#vlakken.kies(vorm)
        this.#midden = vorm.getBounds?.().getCenter()
        this.#plek?.bringToFront()
        paneel.querySelector('select').value = code
        this.#laatste = code
      }

      async #kies(paneel, code, vormen) {
        this.#licht(paneel, code, vormen)
        const vak = paneel.lastElementChild
        vak.replaceChildren(popup(this.dataset, vormen.get(code).properties))
        zicht.schrijf({ gebied: code })
        if (!this.dataset.kaartje) return
        try {
          const antwoord = await fetch(`${engels ? '/en' : ''}/kaart/plek?${this.dataset.keuze}&gebied=${encodeURIComponent(code)}`)
          const kaartje = new DOMParser().parseFromString(await antwoord.text(), 'text/html').getElementById('plekkaart')
          if (kaartje && this.#laatste === code) vak.replaceChildren(kaartje)
        } catch {
          // what the map itself knows stays
        }
      }
    },
  )
}
