// Areas on one canvas, in place of an element each: thousands are drawn at once. What they look like stays in the style
// sheet: a path that nobody sees is asked what it would look like.
const SVG = 'http://www.w3.org/2000/svg'
const ANDERS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']
const STREEP = { maat: 6, breed: 2 } // as Components/Tekens.razor has it

const element = (naam, kenmerken) => {
  const el = document.createElementNS(SVG, naam)
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) el.setAttribute(kenmerk, waarde)
  return el
}
const isPunt = ({ geometry }) => geometry?.type.endsWith('Point')

/** Areas of a division lie beside each other: all that look the same are one path. */
const inGroepen = (L) =>
  new (L.Canvas.extend({
    _draw() {
      if (this._redrawBounds) return L.Canvas.prototype._draw.call(this)
      const groepen = new Map()
      for (let { _drawFirst: plek } = this; plek; plek = plek.next) {
        const { fillColor, fillOpacity, color, weight } = plek.layer.options
        const uiterlijk = `${typeof fillColor === 'string' ? fillColor : ''} ${fillOpacity} ${color} ${weight}`
        if (!groepen.has(uiterlijk)) groepen.set(uiterlijk, [])
        groepen.get(uiterlijk).push(plek.layer)
      }
      for (const lagen of groepen.values()) {
        this._ctx.beginPath()
        for (const deel of lagen.flatMap(({ _parts }) => _parts)) {
          for (const [i, { x, y }] of deel.entries()) this._ctx[i ? 'lineTo' : 'moveTo'](x, y)
          this._ctx.closePath()
        }
        this._fillStroke(this._ctx, lagen[0])
      }
    },
  }))()

/** klassen(properties) gives the classes of an area, kleur a colour of a legend in place of its fill, label what it says. */
export class Vlakken {
  laag
  #L
  #kaart
  #houder
  #klassen
  #kleur
  #label
  #proef = element('path', {})
  #stijlen = new Map()
  #gekozen
  #onder

  constructor(L, kaart, houder, geojson, { klassen, kleur, label }) {
    this.#L = L
    this.#kaart = kaart
    this.#houder = houder
    this.#klassen = klassen
    this.#kleur = kleur
    this.#label = label
    const svg = element('svg', { width: 0, height: 0, 'aria-hidden': 'true', class: 'proef' })
    svg.append(this.#proef)
    houder.append(svg)
    this.laag = L.geoJSON(geojson, {
      renderer: houder.dataset.vormen ? inGroepen(L) : L.canvas(),
      coordsToLatLng: (plek) => (plek.lat === undefined ? L.GeoJSON.coordsToLatLng(plek) : plek),
      pointToLayer: (_, plek) => L.circleMarker(plek, { radius: 7 }),
      style: (feature) => this.#stijl(feature),
    })
    this.laag.on('mouseover mouseout', ({ type, layer }) => this.#wijs(type === 'mouseover' ? layer : undefined))
    for (const vraag of ANDERS) matchMedia(vraag).addEventListener('change', () => this.#opnieuw())
    new MutationObserver(() => this.#opnieuw()).observe(houder, { attributeFilter: ['data-achtergrond'] })
  }

  /** This one stands out, above the others. */
  kies(vorm) {
    const was = this.#gekozen
    this.#gekozen = vorm.bringToFront()
    for (const anders of [was, vorm]) if (anders) this.#kleed(anders)
  }

  /** The same as a drawing on its own, in the place of the canvas: to take along. */
  tekening() {
    const { overlayPane } = this.#kaart.getPanes()
    const [{ x, y }, { x: breed, y: hoog }] = [this.#kaart.containerPointToLayerPoint([0, 0]), this.#kaart.getSize()]
    const svg = element('svg', { width: breed, height: hoog, viewBox: `${x} ${y} ${breed} ${hoog}`, 'aria-hidden': 'true' })
    this.#L.DomUtil.setPosition(svg, this.#L.point(x, y))
    const teken = (vorm) => {
      if (vorm.eachLayer) return vorm.eachLayer(teken)
      if (!(vorm instanceof this.#L.Polyline) || !vorm._parts) return
      const d = this.#L.SVG.pointsToPath(vorm._parts, vorm instanceof this.#L.Polygon)
      const kleur = this.#kleur(vorm.feature.properties)
      const pad = element('path', { d, class: this.#klassenVan(vorm), ...(kleur && { style: `fill:${kleur};fill-opacity:.9` }) })
      pad.append(element('title', {}))
      pad.firstChild.textContent = this.#label(vorm.feature.properties)
      svg.append(pad)
    }
    this.laag.eachLayer(teken)
    if (this.#gekozen) svg.append(svg.querySelector('.gekozen'))
    for (const ander of overlayPane.querySelectorAll(':scope > svg')) svg.append(...ander.cloneNode(true).childNodes)
    overlayPane.append(svg)
    return svg
  }

  #wijs(vorm) {
    const was = this.#onder
    this.#onder = vorm
    for (const anders of [was, vorm]) if (anders instanceof this.#L.Polyline) this.#kleed(anders)
  }

  #opnieuw() {
    this.#stijlen.clear()
    this.laag.eachLayer((vorm) => isPunt(vorm.feature) || (vorm.eachLayer ? vorm.setStyle(this.#stijl(vorm.feature)) : this.#kleed(vorm)))
  }

  #klassenVan(vorm) {
    return `${this.#klassen(vorm.feature.properties)}${vorm === this.#gekozen ? ' gekozen' : ''}${vorm === this.#onder ? ' onder' : ''}`
  }

  #kleed(vorm) {
    vorm.setStyle(this.#stijl(vorm.feature, this.#klassenVan(vorm)))
  }

  #stijl(feature, klassen = this.#klassen(feature.properties)) {
    const fillColor = this.#kleur(feature.properties)
    const eigen = fillColor && { fill: fillColor !== 'none', fillColor, fillOpacity: 0.9 }
    return isPunt(feature) ? { className: klassen, weight: 1, ...eigen } : { ...this.#gezien(klassen), ...eigen }
  }

  #gezien(klassen) {
    if (!this.#stijlen.has(klassen)) {
      this.#proef.setAttribute('class', klassen)
      const { fill, fillOpacity, stroke, strokeWidth } = getComputedStyle(this.#proef)
      this.#stijlen.set(klassen, {
        fillColor: fill.startsWith('url') ? this.#arcering() : fill,
        fillOpacity: Number(fillOpacity),
        color: stroke,
        weight: Number.parseFloat(strokeWidth),
      })
    }
    return this.#stijlen.get(klassen)
  }

  // Of what is not known: stripes, never a colour
  #arcering() {
    const kleur = (klasse) => {
      this.#proef.setAttribute('class', klasse)
      return getComputedStyle(this.#proef).fill
    }
    const scherp = devicePixelRatio
    const doek = Object.assign(document.createElement('canvas'), { width: STREEP.maat * scherp, height: STREEP.maat * scherp })
    const pen = doek.getContext('2d')
    pen.fillStyle = kleur('arcering-grond')
    pen.fillRect(0, 0, doek.width, doek.height)
    pen.fillStyle = kleur('arcering-streep')
    pen.fillRect(0, 0, STREEP.breed * scherp, doek.height)
    const patroon = pen.createPattern(doek, 'repeat')
    patroon.setTransform(new DOMMatrix().rotate(45).scale(1 / scherp))
    return patroon
  }
}
