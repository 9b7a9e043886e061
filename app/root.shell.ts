import { useT } from '~/platform/i18n/i18n'
import type { NavItem, ShellProps } from '~/ui/shell'
import type { RootData } from './root.data'

/** The rooms that are built, the words of the shell and the reader's own links. */
export function useShellProps({ house, locale, me }: RootData, path: string, unread: number): Omit<ShellProps, 'children' | 'bare'> {
  const t = useT('ui')
  const theme = house.theme
  const colleague = me?.kind === 'ASN'
  const officer = me?.roles.some(role => role === 'ADMINISTRATOR' || role === 'HRD_OFFICER') ?? false
  const links: NavItem[] = me
    ? [
        { label: t('nav.profile'), href: `/orang/${me.slug}`, icon: 'circle-user-round' },
        { label: t('nav.settings'), href: '/akun', icon: 'settings' },
        ...(me.moderates ? [{ label: t('nav.moderation'), href: '/moderasi', icon: 'shield' } as const] : []),
        ...(officer ? [{ label: t('nav.people'), href: '/admin/orang', icon: 'users' } as const, { label: t('nav.staffImport'), href: '/admin/impor', icon: 'upload' } as const, { label: t('nav.mentoringProgramme'), href: '/mentoring/program', icon: 'handshake' } as const] : []),
      ]
    : []
  return {
    words: {
      skip: t('shell.skip'), mainNav: t('shell.mainNav'), phoneNav: t('shell.phoneNav'), search: t('shell.search'), signIn: t('shell.signIn'),
      register: t('shell.register'), notices: unread ? t('shell.noticesUnread', { count: unread }) : t('shell.notices'),
      account: t('shell.account', { name: me?.name ?? '' }), signOut: t('shell.signOut'), theme: t('shell.theme'), themeLight: t('shell.themeLight'),
      themeDark: t('shell.themeDark'), themeAuto: t('shell.themeAuto'), otherLanguage: t('shell.otherLanguage'),
    },
    place: house.city,
    footer: t('shell.footerOf', { city: house.city }),
    demo: house.demo ? t('shell.demo') : undefined,
    path, locale, theme,
    rooms: [{ label: t('nav.forum'), href: '/forum' }, { label: t('nav.knowledge'), href: '/pengetahuan' }, { label: t('nav.mentoring'), href: me ? '/mentoring' : '/mentoring/kota' }, { label: t('nav.search'), href: '/cari' }, ...(colleague ? [{ label: t('nav.colleagues'), href: '/unit' }] : [])],
    tabs: [
      { label: t('nav.home'), href: '/', icon: 'house' },
      { label: t('nav.forum'), href: '/forum', icon: 'messages-square' },
      { label: t('nav.knowledge'), href: '/pengetahuan', icon: 'book-open' },
      ...(me
        ? [colleague ? { label: t('nav.mentoring'), href: '/mentoring', icon: 'handshake' } as const : { label: t('nav.notices'), href: '/pemberitahuan', icon: 'bell' } as const, { label: t('nav.me'), href: '/akun', icon: 'circle-user-round' } as const]
        : [{ label: t('nav.search'), href: '/cari', icon: 'search' } as const, { label: t('nav.signIn'), href: '/masuk', icon: 'log-in' } as const]),
    ],
    footerLinks: [
      { label: t('nav.about'), href: '/tentang' }, { label: t('nav.rules'), href: '/aturan' }, { label: t('nav.moderationLog'), href: '/moderasi/catatan' },
      { label: t('nav.privacy'), href: '/privasi' }, { label: t('nav.accessibility'), href: '/aksesibilitas' },
    ],
    person: me ? { name: me.name, kind: me.kind === 'ASN' ? 'asn' : me.kind === 'PARTNER' ? 'partner' : 'citizen', photo: me.photo, unread, links } : null,
  }
}
