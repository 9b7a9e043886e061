import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { SignInNeeded } from '~/platform/errors'
import { handle } from './route.server'

const here = 'https://balai.test'
const refuse = handle(() => Promise.reject(new SignInNeeded()))

/** Where signing in leads back to when nobody is signed in (any more). */
async function backFrom(method: string, path: string, referer?: string): Promise<string | null> {
  const request = new Request(here + path, { method, headers: referer === undefined ? {} : { Referer: referer } })
  const answer = await refuse({ request, params: {}, context: {} } as ActionFunctionArgs).catch((error: unknown) => error as Response)
  return new URL(answer.headers.get('Location') ?? '', here).searchParams.get('ke')
}

test('signing in leads back to the page that was asked for', async () => {
  expect(await backFrom('GET', '/forum/tulis?jenis=QUESTION')).toBe('/forum/tulis?jenis=QUESTION')
  expect(await backFrom('GET', '/forum/tulis.data')).toBe('/forum/tulis')
})

test('what was sent leads back to the page with the form', async () => {
  expect(await backFrom('POST', '/pos/12/reaksi', `${here}/forum/t/3/antrean/12?x=1`)).toBe('/forum/t/3/antrean/12?x=1')
})

test.each([undefined, '', 'nonsense', 'https://elsewhere.test/forum', 'https://balai.test.elsewhere.test/', 'javascript:alert(1)'])('a form on %j leads home', async referer => {
  expect(await backFrom('POST', '/pos/12/reaksi', referer)).toBe('/')
})
