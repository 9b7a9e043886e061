-- What a session is about in points, beside its topic.
ALTER TABLE "mentoring_session" ADD COLUMN "agenda" TEXT NOT NULL DEFAULT '';

-- Reference data. Conversion to JP as practised (domain 3.2); an officer keeps it.
INSERT INTO "jp_rule" ("form", "unit", "jp_per_unit", "min_minutes", "cap_per_month", "legal_basis", "verified", "valid_from") VALUES
  ('MENTORING', 'SESSION', 2, 0, 4, 'Panduan pengembangan kompetensi: 2 JP setiap sesi, paling banyak 2 sesi sebulan', false, '2026-01-01'),
  ('COACHING', 'SESSION', 2, 0, 4, 'Panduan pengembangan kompetensi: 2 JP setiap sesi, paling banyak 2 sesi sebulan', false, '2026-01-01');

-- Days without slots. Those whose date is fixed every year, and those of 2026; an officer adds what is decided later.
INSERT INTO "holiday" ("day", "name") VALUES
  ('2026-01-01', 'Tahun Baru Masehi'), ('2026-01-16', 'Isra Mikraj'), ('2026-02-17', 'Tahun Baru Imlek'), ('2026-03-19', 'Hari Suci Nyepi'),
  ('2026-03-21', 'Idulfitri'), ('2026-03-22', 'Idulfitri'), ('2026-04-03', 'Wafat Yesus Kristus'), ('2026-04-05', 'Kebangkitan Yesus Kristus'),
  ('2026-05-01', 'Hari Buruh Internasional'), ('2026-05-14', 'Kenaikan Yesus Kristus'), ('2026-05-27', 'Iduladha'), ('2026-05-31', 'Hari Raya Waisak'),
  ('2026-06-01', 'Hari Lahir Pancasila'), ('2026-06-16', 'Tahun Baru Islam'), ('2026-08-17', 'Hari Kemerdekaan'), ('2026-08-25', 'Maulid Nabi Muhammad'),
  ('2026-12-25', 'Hari Raya Natal'), ('2027-01-01', 'Tahun Baru Masehi'), ('2027-05-01', 'Hari Buruh Internasional'), ('2027-06-01', 'Hari Lahir Pancasila'),
  ('2027-08-17', 'Hari Kemerdekaan'), ('2027-12-25', 'Hari Raya Natal');
