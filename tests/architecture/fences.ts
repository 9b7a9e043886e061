import type { ICruiseOptions, IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'

type Rule = IRegularForbiddenRuleType

const FOUNDATION = '(people|competency|surveys|discussion|notifications|moderation|uploads|search)'
const TESTS = '\\.(test|spec)\\.tsx?$'

function fence(name: string, comment: string, from: Rule['from'], to: Rule['to']): IForbiddenRuleType {
  return { name, comment, severity: 'error', from: { pathNot: TESTS, ...from }, to }
}

/** Who may import whom (design, section 4). Each fence is proven by a planted breach in fences.test.ts. */
export const fences: IForbiddenRuleType[] = [
  fence('no-cycles', 'A circle has no floor to stand on.', {}, { circular: true, viaOnly: { pathNot: 'node_modules' } }),
  fence('platform-knows-no-room', 'platform imports npm and platform.', { path: '^app/platform/' }, { path: '^app/', pathNot: ['^app/platform/', '^app/generated/'] }),
  fence('ui-knows-nothing', 'ui imports npm and ui; text comes by props.', { path: '^app/ui/' }, { path: '^app/', pathNot: '^app/ui/' }),
  fence('editor-knows-no-room', 'editor imports ui, platform/i18n and the closed list of errors.', { path: '^app/editor/' }, { path: '^app/', pathNot: ['^app/(editor|ui)/', '^app/platform/i18n/', '^app/platform/errors\\.ts$'] }),
  fence('people-is-the-floor', 'people imports no other room.', { path: '^app/features/people/' }, { path: '^app/features/', pathNot: '^app/features/people/' }),
  fence('foundation-knows-no-product', 'A foundation room states a contract; product rooms fill it in.', { path: `^app/features/${FOUNDATION}/` }, { path: '^app/features/', pathNot: `^app/features/${FOUNDATION}/` }),
  fence('products-do-not-meet', 'A page that needs two product rooms is composed in its route.', { path: `^app/features/((?!${FOUNDATION}/)[^/]+)/` }, { path: '^app/features/', pathNot: ['^app/features/$1/', `^app/features/${FOUNDATION}/`] }),
  fence('only-doors', 'Another room is entered by the files directly in its folder.', { path: '^app/features/([^/]+)/' }, { path: '^app/features/[^/]+/.+/', pathNot: ['^app/features/$1/', '^app/features/[^/]+/components/'] }),
  fence('pages-without-schemas', 'Zod stays on the server: a page takes its addresses and lists from plain files, a schema only as a type.', { path: '^app/(ui|editor|features/[^/]+/(pages|components|live))/' }, { path: '(\\.schema\\.ts$)|(^|/)node_modules/zod/', dependencyTypesNot: ['type-only'] }),
  fence('rooms-know-no-route', 'Nothing below routes imports a route, the registry or the server.', { path: '^app/(features|platform|ui|editor)/' }, { path: '^app/(routes|server)/|^app/(registry|root|entry)\\.' }),
  fence('routes-know-no-database', 'A route asks a query or a verb.', { path: '^app/routes/' }, { path: '^app/(platform/(db|events|jobs)|generated|server)/' }),
  fence('server-is-dumb', 'server takes everything else from the built module.', { path: '^app/server/' }, { path: '^app/', pathNot: ['^app/server/', '^app/platform/db/migrate\\.ts$'] }),
  fence('registry-takes-doors', 'The registry lists contributing doors.', { path: '^app/registry\\.server\\.ts$' }, { path: '^app/features/[^/]+/.+/' }),
]

export const cruiseOptions: ICruiseOptions = {
  ruleSet: { forbidden: fences },
  validate: true,
  exclude: { path: '(^|/)(node_modules|build|generated)/' },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
}

