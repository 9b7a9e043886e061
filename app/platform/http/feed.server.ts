import { Feed as Maker } from 'feed'

export interface FeedSource {
  title: string
  description: string
  path: string
  updatedAt: number
  items: { title: string; path: string; html: string; authorName: string; at: number }[]
}

/** An RSS 2.0 answer of public things, kept by readers for five minutes. */
export function rss(source: FeedSource, origin: string, language: string): Response {
  const feed = new Maker({
    id: origin + source.path, link: origin + source.path, title: source.title, description: source.description, language,
    updated: new Date(source.updatedAt), copyright: '', generator: 'Balai',
  })
  for (const item of source.items) {
    const html = item.html.replaceAll(/(href|src)="\//g, `$1="${origin}/`)
    feed.addItem({ id: origin + item.path, link: origin + item.path, title: item.title, content: html, author: [{ name: item.authorName }], date: new Date(item.at) })
  }
  return new Response(feed.rss2(), { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' } })
}
