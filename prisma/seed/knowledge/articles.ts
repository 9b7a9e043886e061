import { izin } from './izin'
import { kependudukan } from './kependudukan'
import { kepegawaian } from './kepegawaian'
import { kesehatan } from './kesehatan'
import { keuangan } from './keuangan'
import { lingkungan } from './lingkungan'
import { mutu } from './mutu'
import { praktik } from './praktik'
import type { ArticleSeed } from './shape'
import { tata } from './tata'
import { teknologi } from './teknologi'

/** Articles on the work of a city. Facts of regulations are those checked for this portal; numbers of experiences are invented. */
export const articles: readonly ArticleSeed[] = [...kependudukan, ...mutu, ...praktik, ...kesehatan, ...izin, ...lingkungan, ...kepegawaian, ...keuangan, ...tata, ...teknologi]
