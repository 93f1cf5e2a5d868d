import { definePortalMap, element, euro, euroCent, link, zin } from '/js/portal-map.js'

definePortalMap({
  stijl: ({ waarde, grenzen }, eigenschappen) => klasse(eigenschappen[waarde], (grenzen ?? '').split(' ').filter(Boolean).map(Number)),
  popup: ({ soorten }, { code, naam, bedrag, per_inwoner }) => {
    const zoek = new URLSearchParams(location.search)
    const keuze = new URLSearchParams([...zoek].filter(([k]) => ['jaar', 'fase', 'bl', 'jaarsoort'].includes(k)))
    return element('div', {}, [
      link(`/${soorten}/${encodeURIComponent(code)}${keuze.size ? `?${keuze}` : ''}`, naam),
      ...(per_inwoner === null ? [] : [element('p', {}, [zin('Per inwoner: ') + euroCent(per_inwoner)])]),
      element('p', {}, [zin('In totaal: ') + euro(bedrag)]),
    ])
  },
})

function klasse(waarde, grenzen) {
  if (waarde === null || waarde === undefined) return 'zonder'
  let i = 0
  while (i + 1 < grenzen.length && waarde >= grenzen[i + 1]) i++
  return `klasse-${i}`
}
