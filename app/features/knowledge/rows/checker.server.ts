import { hasRole, type Viewer } from '~/platform/viewer'

/** Collections the viewer checks in, as SQL over `c`: member reviewers, those who speak for the owning unit, and officers of the house. */
export const checks = `($5::boolean or exists (select 1 from collection_member m where m.collection_id = c.id and m.person_id = $2 and m.reviewer)
  or exists (select 1 from org_unit u where u.id = c.owner_unit_id and (u.path && $3::int[] or u.id = any($4::int[]))))`

export function checker(viewer: Viewer): unknown[] {
  return [viewer.audiences, viewer.personId, [...viewer.headOf, ...viewer.serves.filter(id => id !== 0)], viewer.serves.includes(0) ? viewer.unitIds.slice(1) : [], hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')]
}
