import type { ReactNode } from 'react'
import { ClientLinks } from './client-links'
import { Icon } from './icon'
import type { IconName } from './icons/names'
import { KeptPart } from './kept-part'
import { Mark } from './mark'
import { Menu } from './menu'
import { OfflineReady } from './offline-ready'
import { Avatar, type AvatarKind } from './person'
import { SearchKeys } from './search-keys'

/** Every word of the shell; `ui:shell` of the locales has the same keys. */
export interface ShellWords {
  skip: string
  /** names of the two navigations for people who listen */
  mainNav: string
  phoneNav: string
  /** name and placeholder of the search field, and of the icon that replaces it on narrow screens */
  search: string
  signIn: string
  register: string
  /** the bell with the count of unread notices put in, e.g. "Pemberitahuan, 3 belum dibaca" */
  notices: string
  /** "Akun Nurhayati Chaniago" */
  account: string
  signOut: string
  /** "Tampilan: terang", and what each choice is called */
  theme: string
  themeLight: string
  themeDark: string
  themeAuto: string
  /** the other language, in that language: "English" on an Indonesian page */
  otherLanguage: string
}

export interface NavItem {
  label: string
  href: string
  /** the room stands for every path below its own, too */
  icon?: IconName
}

export interface ShellPerson {
  name: string
  detail?: string
  kind: AvatarKind
  photo?: string | null
  unread: number
  /** links of the account menu: profile, settings, and the officers' pages */
  links: readonly NavItem[]
}

export type Theme = 'light' | 'dark' | 'auto'

export interface ShellProps {
  words: ShellWords
  /** "Kota Sibolga": another city changes one word */
  place: string
  /** full line of the footer: "Balai · Pemerintah Kota Sibolga" */
  footer: string
  /** the strip on top, only where demonstration data is shown */
  demo?: string
  /** the path being read with its query, for the current room and for coming back after a form of the footer */
  path: string
  locale: 'id' | 'en'
  theme: Theme
  rooms: readonly NavItem[]
  /** three to five, each with an icon; on phones they stand at the bottom */
  tabs: readonly NavItem[]
  footerLinks: readonly NavItem[]
  person: ShellPerson | null
  /** pages that set their own measure from edge to edge (home of strangers) */
  bare?: boolean
  children: ReactNode
}

/** The room of a path: the item itself or anything below it. "/" is only itself. */
export function isCurrent(path: string, href: string): boolean {
  const place = path.split(/[?#]/, 1)[0] ?? path
  return place === href || (href !== '/' && place.startsWith(`${href}/`))
}

const nextTheme: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }

export function Shell(props: ShellProps) {
  const { words, bare, children } = props
  return (
    <div className="page has-tabs">
      <a className="skip" href="#isi">{words.skip}</a>
      <Header {...props} />
      <main id="isi" tabIndex={-1} className={bare ? 'bare' : 'wrap'}>{children}</main>
      <Footer {...props} />
      <Tabs {...props} />
      <ClientLinks />
      <SearchKeys />
      <OfflineReady />
    </div>
  )
}

function Tabs({ words, path, tabs }: ShellProps) {
  const now = tabs.find(tab => isCurrent(path, tab.href))?.href
  return (
    <KeptPart as="nav" className="tabs" aria-label={words.phoneNav} part="tabs" of={[tabs, now]} inside={() => tabs.map(tab => (
      <a key={tab.href} href={tab.href} aria-current={tab.href === now ? 'page' : undefined}>
        {tab.icon && <Icon name={tab.icon} />}{tab.label}
      </a>
    ))} />
  )
}

function Header({ words, demo, place, path, rooms, person }: ShellProps) {
  const now = rooms.find(room => isCurrent(path, room.href))?.href
  return (
    <KeptPart as="header" className="banner" part="header" of={[words, demo, place, now, rooms, person]} inside={() => (
      <>
        {demo && <p className="demo">{demo}</p>}
        <div className="top"><div className="wrap">
          <a className="brand" href="/"><Mark />Balai<small>{place}</small></a>
          <nav className="nav" aria-label={words.mainNav}>
            {rooms.map(room => <a key={room.href} href={room.href} aria-current={room.href === now ? 'page' : undefined}>{room.label}</a>)}
          </nav>
          <div className="top-end">
            <form className="qs" role="search" action="/cari">
              <Icon name="search" small />
              <input type="search" name="q" aria-label={words.search} placeholder={words.search} autoComplete="off" data-search />
              <kbd className="js" aria-hidden="true">Ctrl K</kbd>
            </form>
            <a className="ib qs-link" href="/cari" aria-label={words.search} title={words.search}><Icon name="search" /></a>
            {person ? <Self words={words} person={person} /> : (
              <>
                <a className="btn sm q pc" href="/masuk">{words.signIn}</a>
                <a className="btn sm p" href="/daftar">{words.register}</a>
              </>
            )}
          </div>
        </div></div>
      </>
    )} />
  )
}

function Self({ words, person }: { words: ShellWords; person: ShellPerson }) {
  return (
    <>
      <a className="ib" href="/pemberitahuan" aria-label={words.notices} title={words.notices}>
        <Icon name="bell" />
        {person.unread > 0 && <span className="n" data-unread>{person.unread > 99 ? '99+' : person.unread}</span>}
      </a>
      <Menu label={words.account} summary={<Avatar name={person.name} kind={person.kind} photo={person.photo} size="small" />}>
        <div className="mh"><b>{person.name}</b>{person.detail && <div className="faint">{person.detail}</div>}</div>
        <hr />
        {person.links.map(link => <a className="mi" key={link.href} href={link.href}>{link.icon && <Icon name={link.icon} />}{link.label}</a>)}
        <hr />
        <form method="post" action="/keluar"><button className="mi"><Icon name="log-out" />{words.signOut}</button></form>
      </Menu>
    </>
  )
}

function Footer(props: ShellProps) {
  const { words, footer, footerLinks, path, theme } = props
  return <KeptPart as="footer" className="foot" part="footer" of={[words, footer, footerLinks, path, theme]} inside={() => <FooterContent {...props} />} />
}

function FooterContent({ words, footer, footerLinks, path, locale, theme }: ShellProps) {
  const themeWords: Record<Theme, string> = { light: words.themeLight, dark: words.themeDark, auto: words.themeAuto }
  const other = locale === 'id' ? 'en' : 'id'
  return (
    <div className="wrap">
      <span className="b">{footer}</span>
      {footerLinks.map(link => <a key={link.href} href={link.href}>{link.label}</a>)}
      <div className="end">
        <form method="post" action="/bahasa">
          <input type="hidden" name="ke" value={path} />
          <button name="bahasa" value={other} lang={other}>{words.otherLanguage}</button>
        </form>
        <form method="post" action="/tampilan">
          <input type="hidden" name="ke" value={path} />
          <button name="tampilan" value={nextTheme[theme]}>{words.theme}: {themeWords[theme]}</button>
        </form>
      </div>
    </div>
  )
}
