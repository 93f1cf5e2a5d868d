import { definePortalMap, element, link } from '/js/portal-map.js'

definePortalMap({
  stijl: (_, { zelf }) => (zelf ? 'zelf' : 'buur'),
  popup: ({ soorten }, { code, naam }) => element('div', {}, [link(`/${soorten}/${encodeURIComponent(code)}`, naam)]),
})
