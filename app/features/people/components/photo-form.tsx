import { useT } from '~/platform/i18n/i18n'
import { Button } from '~/ui/button'
import { Field, FileInput } from '~/ui/field'
import { Avatar } from '~/ui/person'

export function PhotoForm({ name, kind, photo, errors }: { name: string; kind: 'ASN' | 'CITIZEN' | 'PARTNER'; photo: string | null; errors: string[] }) {
  const t = useT('people')
  return (
    <form method="post" action="/profil/foto" encType="multipart/form-data" className="form">
      <div className="row items-start">
        <Avatar name={name} kind={kind === 'ASN' ? 'asn' : kind === 'PARTNER' ? 'partner' : 'citizen'} photo={photo} size="large" />
        <Field label={t('profile.photoChoose')} name="photo" hint={t('profile.photoHint')} error={errors}>
          <FileInput accept="image/jpeg,image/png,image/webp,image/avif,image/gif" />
        </Field>
      </div>
      <div className="row"><Button>{t('profile.photoAct')}</Button>{photo && <Button look="danger" name="remove" value="1">{t('profile.photoRemove')}</Button>}</div>
    </form>
  )
}
