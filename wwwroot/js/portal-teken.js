// Draws an area on a map, corner by corner; then its address says which. With the keyboard: move the map, and put a
// corner in its middle.
const MEESTE = 25 // as the server takes
const KLEINST = 3

export function teken(L, kaart, houder, { element, zin }) {
  const hoeken = []
  const vorm = L.polygon([], { className: 'eigen', interactive: false }).addTo(kaart)
  const punten = L.layerGroup().addTo(kaart)
  const midden = element('span', { className: 'midden', ariaHidden: 'true' }, ['+'])
  const stand = element('p', { role: 'status', className: 'klein' })
  const knop = (tekst, doe, soort = 'secondary-action') => {
    const el = element('button', { type: 'button', className: `utrecht-button utrecht-button--${soort}`, textContent: zin(tekst) })
    el.addEventListener('click', doe)
    return el
  }
  const begin = knop('Teken een gebied', () => zet(true), 'primary-action')
  const erbij = knop('Hoek in het midden', () => voegToe(kaart.getCenter()))
  const weg = knop('Haal laatste hoek weg', () => (hoeken.pop(), toon()))
  const klaar = knop('Toon dit gebied', ga, 'primary-action')
  const stop = knop('Stop', () => (hoeken.splice(0), zet(false)))
  houder.after(element('div', { className: 'tekenen' }, [begin, erbij, weg, klaar, stop, stand]))
  zet(false)

  function zet(aan) {
    begin.hidden = aan
    for (const el of [erbij, weg, klaar, stop]) el.hidden = !aan
    kaart[aan ? 'on' : 'off']('click', opKaart)
    if (aan) kaart.getContainer().append(midden)
    else midden.remove()
    kaart.getContainer().classList.toggle('tekent', aan) // hides the area of before, and the names
    toon()
    stand.textContent = aan ? zin('Tik op de kaart voor elke hoek, of schuif de kaart en kies Hoek in het midden.') : ''
    if (aan) erbij.focus()
  }

  function opKaart({ latlng }) {
    voegToe(latlng)
  }

  function voegToe({ lat, lng }) {
    if (hoeken.length < MEESTE) hoeken.push([Number(lat.toFixed(4)), Number(lng.toFixed(4))])
    toon()
    stand.textContent = hoeken.length + zin(' van 25 hoeken')
  }

  function toon() {
    vorm.setLatLngs(hoeken)
    punten.clearLayers()
    for (const hoek of hoeken) L.circleMarker(hoek, { radius: 5, className: 'eigen-hoek', interactive: false }).addTo(punten)
    klaar.disabled = new Set(hoeken.map(String)).size < KLEINST
    weg.disabled = hoeken.length === 0
    erbij.disabled = hoeken.length >= MEESTE
  }

  function ga() {
    const zoek = new URLSearchParams([...new URLSearchParams(location.search)].filter(([naam, waarde]) => waarde && !['bij', 'straal', 'vlak', 'pagina'].includes(naam)))
    const plek = `vlak=${hoeken.map((h) => h.join(',')).join(';')}`
    location.assign(`${location.pathname}?${zoek.size ? `${zoek}&` : ''}${plek}`)
  }
}
