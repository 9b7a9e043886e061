import type { ArticleSeed } from './shape'

export const tata: readonly ArticleSeed[] = [
  {
    in: 'tata-kerja', kind: 'REGULATION_SUMMARY', title: 'Batasan gratifikasi dalam pelatihan dan seminar', summary: 'Yang boleh diterima, yang harus ditolak, dan yang dilaporkan dalam 30 hari kerja.', tags: ['gratifikasi', 'integritas', 'pelatihan'], by: 'rahmadani', checkedBy: 'nurul', days: 46, helpful: 35, unhelpful: 2,
    text: `## Pokok isi

Peraturan KPK 2/2019 yang diubah dengan 1/2026 mengatur pelaporan gratifikasi. Laporan disampaikan dalam **30 hari kerja**.

## Tidak perlu dilaporkan

- Perlengkapan yang diberikan kepada **semua peserta** kegiatan resmi: tas, alat tulis, sertifikat, plakat.
- Pemberian kepada **instansi** dalam hubungan kedinasan.
- Makanan dan minuman yang berlaku umum.

## Harus ditolak atau dilaporkan

1. Uang saku, voucer, atau hadiah undian bagi orang tertentu.
2. Perjalanan dan penginapan dari penyedia yang sedang mengikuti pengadaan.
3. Honor dari pihak yang Anda periksa, izinkan, atau pungut pajaknya.

## Cara yang aman

- Undangan dan penawaran ditujukan kepada **instansi**; instansi yang menunjuk peserta.
- Tanyakan sebelum berangkat: siapa yang membayar apa?
- Catat manfaat yang diterima dalam laporan perjalanan.

## Bila sudah terlanjur

> [!WARNING]
> Jangan dipakai. Serahkan kepada unit pengendali gratifikasi hari kerja berikutnya. Melapor sendiri tidak membuat Anda bersalah; menyembunyikannya dapat.`,
  },
  {
    in: 'tata-kerja', kind: 'HOW_TO', title: 'Template MoU dan PKS pelatihan dengan perguruan tinggi', summary: 'Urutan dokumen kerja sama, isi yang wajib ada, dan tiga kalimat yang sering menimbulkan sengketa.', tags: ['kerja-sama', 'mou', 'pelatihan'], by: 'nurul', checkedBy: 'rahmadani', days: 88, helpful: 15, unhelpful: 1,
    text: `## Urutan

1. Surat penawaran atau kehendak
2. Kesepakatan bersama (MoU), antar pimpinan
3. Perjanjian kerja sama (PKS), untuk pekerjaan tertentu
4. Rencana kerja dan laporan

## Isi PKS yang wajib

- Ruang lingkup dalam satu kalimat
- Hak dan kewajiban tiap pihak, masing-masing paling sedikit dua
- Jadwal, jumlah peserta, dan siapa yang menugaskan
- Biaya: siapa menanggung apa; tulis **nol rupiah** bila gratis
- Data peserta: hanya yang diperlukan, dipakai untuk apa, dihapus kapan
- Penyelesaian perselisihan dan masa berlaku

## Kalimat yang sebaiknya dihindari

1. "Hal-hal lain akan diatur kemudian."
2. "Para pihak sepakat memberi dukungan sepenuhnya."
3. "Segala biaya menjadi tanggung jawab bersama."

## Langkah

Rancangan dibuat unit, dibaca bagian hukum paling lama lima hari kerja, lalu ditandatangani. Salinan asli disimpan di bagian hukum, pindaian di folder unit.

Periksa juga [[Batasan gratifikasi dalam pelatihan]].`,
  },
  {
    in: 'tata-kerja', kind: 'HOW_TO', title: 'Menulis berita kegiatan yang ringkas dan jelas', summary: 'Lima kalimat pertama menentukan apakah warga membaca sisanya.', tags: ['menulis', 'berita'], by: 'dewi', checkedBy: 'nurul', days: 32, helpful: 23, unhelpful: 1,
    text: `## Kalimat pertama

Tulis **apa yang berubah bagi warga**, bukan siapa yang hadir.

> Mulai 1 Desember, akta kelahiran dapat diambil di kantor kelurahan.

## Lima pertanyaan

Apa, bagi siapa, sejak kapan, di mana, dan ke mana bertanya. Bila kelima jawabannya tidak ada di tiga alinea pertama, tulis ulang.

## Yang dipangkas

- Daftar pejabat yang hadir. Cukup satu nama yang bertanggung jawab.
- Kata "dalam rangka" dan "guna mewujudkan".
- Kalimat lebih dari 25 kata.

## Foto

Satu foto orang yang dilayani, dengan izinnya. Foto barisan di depan spanduk tidak dibaca siapa pun.

## Sebelum terbit

1. Bacakan kepada rekan dari unit lain. Bila ia bertanya, ada yang kurang.
2. Periksa nama, tanggal, dan angka sekali lagi.
3. Sebut sumber angka.`,
  },
  {
    in: 'tata-kerja', kind: 'SOP', title: 'Menyiapkan rapat yang menghasilkan keputusan', summary: 'Agenda tiga butir, satu pemutus, dan notulen yang dibaca orang.', tags: ['rapat', 'sop'], by: 'parlindungan', checkedBy: 'nurul', days: 63, helpful: 27, unhelpful: 3,
    text: `## Sebelum

1. Tulis satu kalimat: keputusan apa yang akan diambil? Bila tidak ada, kirim surel saja.
2. Undang yang memutuskan dan yang mengerjakan. Sisanya cukup menerima notulen.
3. Kirim bahan sehari sebelumnya, paling banyak dua halaman.

## Saat rapat

- Lima menit pertama untuk membaca bahan bersama-sama dalam diam.
- Tiap butir berakhir dengan siapa, apa, dan kapan.
- Pemimpin rapat berbicara terakhir.

## Notulen

Paling lama satu hari kerja, dengan tiga bagian: yang dibahas, keputusan, tugas. Di portal, notulen rapat rutin ditulis bersama dan tugasnya mengingatkan sendiri.

## Rapat lewat daring

Mulai tepat waktu, kamera boleh mati, tetapi tanya jawab ditulis di kolom percakapan. Rekaman hanya bila disetujui semua yang hadir.`,
  },
  {
    in: 'tata-kerja', kind: 'HOW_TO', title: 'Menata arsip aktif agar ditemukan dalam dua menit', summary: 'Nama berkas, isi folder, dan kapan dipindahkan.', tags: ['arsip', 'naskah'], by: 'syahrial', checkedBy: 'nurul', days: 71, helpful: 21, unhelpful: 1,
    text: `## Nama berkas

Tahun, kegiatan, jenis, versi: \`2026-pelatihan-loket-daftar-hadir-v2\`. Tanpa spasi, tanpa "final final".

## Susunan folder

1. Satu folder per kegiatan, bukan per orang.
2. Di dalamnya: rencana, pelaksanaan, keuangan, laporan.
3. Surat masuk dan keluar mengikuti nomor klasifikasi.

## Kapan dipindahkan

- Aktif: sering dibuka, simpan di unit.
- Inaktif: sudah selesai, pindah ke pusat arsip setelah dua tahun, dengan daftar.
- Musnah: hanya dengan berita acara dan persetujuan.

## Yang berisi data pribadi

Simpan terpisah, beri batas waktu, dan jangan dibagikan lewat grup percakapan. Nomor induk dan NIK disamarkan pada daftar yang beredar.

## Uji

Minta rekan yang baru datang mencari satu surat. Bila lebih dari dua menit, susunannya perlu diperbaiki.`,
  },
  {
    in: 'tata-kerja', kind: 'REGULATION_SUMMARY', title: 'Melindungi data pribadi di loket dan di grup percakapan', summary: 'Apa yang boleh diminta, disimpan, dan dibagikan; dan apa yang dilakukan bila bocor.', tags: ['data-pribadi', 'keamanan'], by: 'nurul', checkedBy: 'rahmadani', days: 50, helpful: 31, unhelpful: 2,
    text: `## Pokok isi

UU 27/2022 berlaku penuh sejak 17 Oktober 2024. Data pegawai untuk tugas kedinasan diproses atas dasar tugas dan kewenangan, bukan persetujuan; persetujuan hanya untuk hal tambahan seperti foto.

## Artinya di loket

1. Minta yang benar-benar dipakai. Bila satu kolom tidak pernah dibaca, hapus kolomnya.
2. Jangan menaruh fotokopi KTP warga di atas meja yang terlihat.
3. Layar membelakangi antrean.

## Artinya di grup percakapan

- Nama dan NIK tidak dikirim bersama. Kirim nomor berkas saja.
- Foto kegiatan warga memerlukan izin; foto anak memerlukan izin orang tua.
- Yang terlanjur terkirim dihapus untuk semua orang, lalu dilaporkan.

## Bila bocor

Beri tahu yang bersangkutan dan lembaga pengawas dalam **3 kali 24 jam**: data apa, bagaimana terjadinya, dan apa yang sudah dilakukan. Lapor dahulu kepada Diskominfo; [[Checklist keamanan akun]] membantu menutup pintunya.

## Sumber

UU 27/2022; tanyakan bagian hukum untuk kasus khusus.`,
  },
  {
    in: 'tata-kerja', kind: 'QUESTION_ANSWER', title: 'Bolehkah akun media sosial pribadi menjawab warga', summary: 'Kapan boleh menjawab, kapan mengarahkan, dan apa yang tidak pernah dijanjikan.', tags: ['media-sosial', 'netralitas'], by: 'nurul', checkedBy: 'rahmadani', days: 11, state: 'review',
    text: `## Pertanyaan

Warga bertanya lewat akun pribadi saya. Bolehkah saya jawab?

## Jawaban singkat

Boleh mengarahkan, tidak boleh menjanjikan.

## Penjelasan

1. Jawab dengan tautan: loket, nomor aduan, atau topik di forum.
2. Jangan meminta data pribadi di kolom komentar.
3. Jangan memberi pendapat tentang kandidat atau partai; ASN menjaga netralitas, juga di luar jam kerja.
4. Keluhan yang berat diteruskan resmi, dengan nomor.

## Bila diserang

Berhenti menjawab, simpan tangkapan layar, dan beri tahu atasan. Perdebatan malam hari tidak pernah dimenangkan.`,
  },
]
