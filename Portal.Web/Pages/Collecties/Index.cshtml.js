import { definePortalMap, link } from '/js/portal-map.js'

definePortalMap({
  stijl: ({ vormen }) => (vormen ? 'buur' : 'ding'),
  popup: ({ pad }, { dataset, id, titel }) => link(`/${pad}/${dataset}/${encodeURIComponent(id)}`, titel),
})
