// For the moment without a line: shows the page /luring in place of the browser's own. Never keeps a page of a person.
// And for pushes: shows the few words that came, and opens the portal when they are pressed.
const CACHE = 'luring-1'
const PAGE = '/luring'
const DAY = 86_400_000

async function keep() {
  const answer = await fetch(PAGE, { credentials: 'omit', cache: 'no-store' })
  if (!answer.ok || answer.redirected) return
  const cache = await caches.open(CACHE)
  const html = await answer.clone().text()
  const parts = [...html.matchAll(/<link[^>]+href="([^"]+\.(?:css|woff2))"/g)].map(match => new URL(match[1], location.origin)).filter(url => url.origin === location.origin)
  for (const kept of await cache.keys()) if (!parts.some(part => part.href === kept.url)) await cache.delete(kept)
  await Promise.all(parts.map(async part => (await cache.match(part)) || cache.add(part)))
  await cache.put(PAGE, answer)
}

async function keptTooLong() {
  const kept = await caches.match(PAGE)
  return !kept || Date.now() - Date.parse(kept.headers.get('date') ?? '') > DAY
}

async function visit(event) {
  try {
    return (await event.preloadResponse) || (await fetch(event.request))
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept) return kept
    throw error
  }
}

self.addEventListener('install', event => {
  self.skipWaiting()
  event.waitUntil(keep().catch(() => {}))
})

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
    if (self.registration.navigationPreload) await self.registration.navigationPreload.enable()
    await self.clients.claim()
  })())
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(visit(event))
    event.waitUntil(keptTooLong().then(old => (old && navigator.onLine ? keep() : undefined)).catch(() => {}))
  } else if (request.destination === 'style' || request.destination === 'font') {
    event.respondWith(fetch(request).catch(async error => {
      const kept = await caches.match(request.url)
      if (kept) return kept
      throw error
    }))
  }
})

self.addEventListener('push', event => {
  let words = {}
  try {
    words = event.data ? event.data.json() : {}
  } catch {
    // not ours: the browser insists that something is shown, so the plain name it is
  }
  event.waitUntil(self.registration.showNotification(words.title || 'Balai', {
    body: words.body || '', tag: words.tag, data: { url: words.url }, icon: '/icon-192.png', badge: '/icon-192.png',
  }))
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  const url = new URL((event.notification.data && event.notification.data.url) || '/pemberitahuan', location.origin)
  if (url.origin !== location.origin) return
  event.waitUntil((async () => {
    for (const client of await self.clients.matchAll({ type: 'window' })) {
      if ('focus' in client && 'navigate' in client) {
        await client.focus()
        return client.navigate(url.href).catch(() => self.clients.openWindow(url.href))
      }
    }
    return self.clients.openWindow(url.href)
  })())
})
