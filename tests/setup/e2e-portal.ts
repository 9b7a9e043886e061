import { startPortal } from './portal'

/** Starts the portal the tests in the browser use, unless BALAI_URL names one that runs. */
export default async function setup(): Promise<(() => Promise<void>) | void> {
  if (process.env.BALAI_URL) return
  const portal = await startPortal()
  process.env.BALAI_URL = portal.url
  process.env.BALAI_LOG = portal.log
  return portal.stop
}
