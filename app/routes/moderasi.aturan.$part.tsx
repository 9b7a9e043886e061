import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { appointModerator, listModerators, removeModerator } from '~/features/moderation/moderators.server'
import { RulesPage } from '~/features/moderation/pages/rules-page'
import { addRule, listRules, listShelves, removeRule, setHoldingShelves } from '~/features/moderation/rules.server'
import { listTemplates, removeTemplate, saveTemplate } from '~/features/moderation/templates.server'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import type { Member } from '~/platform/viewer'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

/** Each part of the page has a form of its own: what it adds, or with `hapus` takes away. */
const parts: Record<string, (officer: Member, form: FormData) => Promise<void>> = {
  kata: (officer, form) => (form.has('hapus') ? removeRule(officer, { id: idParam(text(form, 'hapus')) ?? 0 }) : addRule(officer, { kind: text(form, 'kind'), value: text(form, 'value'), note: text(form, 'note') })),
  daftar: (officer, form) => setHoldingShelves(officer, { keys: form.getAll('daftar').map(String) }),
  moderator: (officer, form) => (form.has('hapus') ? removeModerator(officer, { personId: idParam(text(form, 'orang')) ?? 0, shelf: text(form, 'daftar') }) : appointModerator(officer, { person: text(form, 'person'), shelf: text(form, 'shelf') })),
  alasan: (officer, form) => {
    const id = idParam(text(form, 'id')) ?? undefined
    return form.has('hapus') && id ? removeTemplate(officer, { id }) : saveTemplate(officer, { id, title: text(form, 'title'), text: text(form, 'text') })
  },
}

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const [rules, shelves, templates, moderators] = await Promise.all([listRules(officer), listShelves(officer), listTemplates(), listModerators(officer)])
  return { rules, shelves, templates, moderators, saved: false, title: translator(officer.locale, 'moderation')('rules.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const part = params.part ?? ''
  const run = Object.hasOwn(parts, part) ? parts[part] : undefined
  if (!run) throw new NotFound('part')
  const form = await readForm(request)
  try {
    await run(officer, form)
    return redirect('/moderasi/aturan?tersimpan', 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    const values = Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)]))
    return data({ part, values: { id: '', ...values } as Record<string, string>, errors }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function RulesPart() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <RulesPage {...loaded} part="" values={{}} errors={{}} {...useActionData<typeof action>()} />
}
