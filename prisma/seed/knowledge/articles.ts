import { izin } from './izin'
import { kependudukan } from './kependudukan'
import { kepegawaian } from './kepegawaian'
import { kesehatan } from './kesehatan'
import { keuangan } from './keuangan'
import { lingkungan } from './lingkungan'
import { mutu } from './mutu'
import { praktik } from './praktik'
import { izin as izinShort } from './short/izin'
import { kepegawaian as kepegawaianShort } from './short/kepegawaian'
import { kependudukan as kependudukanShort } from './short/kependudukan'
import { kesehatan as kesehatanShort } from './short/kesehatan'
import { keuangan as keuanganShort } from './short/keuangan'
import { lingkungan as lingkunganShort } from './short/lingkungan'
import { mutu as mutuShort } from './short/mutu'
import { tata as tataShort } from './short/tata'
import { umum } from './short/umum'
import type { ArticleSeed } from './shape'
import { tata } from './tata'
import { teknologi } from './teknologi'

/** Articles on the work of a city. Facts of regulations are those checked for this portal; numbers of experiences are invented. */
export const articles: readonly ArticleSeed[] = [
  ...kependudukan, ...mutu, ...praktik, ...kesehatan, ...izin, ...lingkungan, ...kepegawaian, ...keuangan, ...tata, ...teknologi,
  ...kependudukanShort, ...mutuShort, ...kesehatanShort, ...izinShort, ...lingkunganShort, ...kepegawaianShort, ...keuanganShort, ...tataShort, ...umum,
]
