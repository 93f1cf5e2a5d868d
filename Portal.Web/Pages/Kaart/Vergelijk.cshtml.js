// One figure in two years: the later map over the earlier one, and a slider that says how much of it one sees. Without
// this they stand beside each other.
for (const houder of document.querySelectorAll('.tweejaren')) {
  const [toen, nu] = [...houder.querySelectorAll('.kaartje .titel')].map((titel) => titel.textContent)
  const naam = Object.assign(document.createElement('label'), { className: 'schuif' })
  const balk = Object.assign(document.createElement('input'), { type: 'range', min: 0, max: 100, value: 50 })
  const toon = () => {
    houder.style.setProperty('--deel', `${balk.value}%`)
    balk.setAttribute('aria-valuetext', balk.value === '0' ? nu : balk.value === '100' ? toen : `${toen} | ${nu}`)
  }
  balk.addEventListener('input', toon)
  naam.append(houder.dataset.schuif, balk)
  houder.before(naam)
  houder.classList.add('schuift')
  toon()
}
