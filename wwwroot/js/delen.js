// "Deel of bewaar" at each chart and map: its link, the line to put it on another site, its rows as CSV, and the picture.
// Without this the page says the same: its table, its downloads and its address are there.
const venster = document.getElementById('delen')
const beelden = 'main figure > svg[role], main svg.tekening[role], main svg.boomkaart.liggend, main table.staven, main portal-map'

for (const beeld of venster ? document.querySelectorAll(beelden) : []) {
  const knop = Object.assign(document.createElement('button'), { type: 'button', className: 'deelknop niet-op-papier', textContent: venster.dataset.knop })
  // A treemap is there twice, for a desk and for a phone: what is kept is the one in sight.
  knop.addEventListener('click', async () => {
    const { open } = await import('/js/delen-venster.js')
    open([beeld, beeld.previousElementSibling].find((b) => b?.localName === beeld.localName && b.getClientRects().length) ?? beeld)
  })
  const plek = beeld.closest('figure, .kaart-blok') ?? beeld
  plek.after(knop)
}
