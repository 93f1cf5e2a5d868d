import { definePortalMap, link } from '/js/portal-map.js'

definePortalMap({
  popup: ({ pad }, { dataset, id, titel }) => link(`/${pad}/${dataset}/${encodeURIComponent(id)}`, titel),
})
