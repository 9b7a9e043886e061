import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listTasks, type TaskListName } from '~/features/forum/meetings-tasks.queries.server'
import { TasksPage } from '~/features/forum/pages/tasks-page'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const lists: Record<string, TaskListName> = { pandu: 'hosted', selesai: 'done' }

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const asked = search.get('daftar') ?? ''
  const list: TaskListName = (Object.hasOwn(lists, asked) && lists[asked]) || 'mine'
  const cursor = search.get('kursor')
  return { list, ...await listTasks(member, { list, cursor }), paged: cursor !== null, title: translator(member.locale, 'meetings')('task.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Tasks() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <TasksPage {...loaded} />
}
