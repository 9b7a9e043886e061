import { env } from '~/platform/env/env.server'
import { cookieValue } from './session-cookie.server'

/** Facts of the installation that pages show. */
export interface House {
  demo: boolean
  /** "Kota Sibolga" */
  city: string
  theme: 'light' | 'dark' | 'auto'
  /** scheme and host that links in feeds, mails and metadata begin with */
  origin: string
}

/** The address the portal is reached by: APP_URL, else what the request says. */
export function originOf(request: Request): string {
  return env().APP_URL ?? new URL(request.url).origin
}

export function house(request: Request): House {
  const theme = cookieValue(request.headers.get('Cookie'), 'theme')
  return { demo: env().DEMO ?? !process.env.APP_URL, city: env().CITY_NAME, theme: theme === 'light' || theme === 'dark' ? theme : 'auto', origin: originOf(request) }
}
