import { bantuanSosial } from './bantuan-sosial'
import { data } from './data'
import { dukcapil } from './dukcapil'
import { kependudukan } from './kependudukan'
import { keuangan } from './keuangan'
import { kinerja } from './kinerja'
import { lingkungan } from './lingkungan'
import { pelayanan } from './pelayanan'
import { pendidikan } from './pendidikan'
import { perhubungan } from './perhubungan'
import { rutin } from './rutin'
import { umpanBalik } from './umpan-balik'

export const topics = [...kependudukan, ...lingkungan, ...perhubungan, ...bantuanSosial, ...pelayanan, ...keuangan, ...kinerja, ...data, ...pendidikan, ...dukcapil, ...umpanBalik, ...rutin]
