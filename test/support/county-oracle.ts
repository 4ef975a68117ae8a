import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

type Row = { readonly [column: string]: string | number | null };

const initSqlJs = createRequire(import.meta.url)('sql.js');
const PROGRAMME = fileURLToPath(new URL('../../templates/programmes/lem-5.yaml', import.meta.url));

const TABLES = `
  CREATE TABLE strands (id TEXT, place INT); CREATE TABLE elements (id TEXT, place INT);
  CREATE TABLE scale (id TEXT, rank INT, needsAction INT);
  CREATE TABLE schools (path TEXT, urn TEXT, name TEXT, phase TEXT, programme TEXT);
  CREATE TABLE cells (path TEXT, element TEXT, strand TEXT, rating TEXT);
  CREATE TABLE decisions (path TEXT, date TEXT, strand TEXT, decision TEXT, place INT);
  CREATE TABLE visits (path TEXT, visit INT, date TEXT, kind TEXT, sent TEXT);
  CREATE TABLE claims (path TEXT, visit INT, strand TEXT);
  CREATE TABLE named (path TEXT, strand TEXT);`;

/** What is told of schools, by SQL over their files as they stand: nothing of lem has a part in it. */
const VIEWS = `
  CREATE VIEW sound AS SELECT * FROM schools WHERE programme = 'lem-5';
  CREATE VIEW every AS SELECT s.path, s.phase, e.id AS element, t.id AS strand, c.rating FROM sound s JOIN elements e JOIN strands t
    LEFT JOIN cells c ON c.path = s.path AND c.element = e.id AND c.strand = t.id;
  CREATE VIEW groups AS SELECT path, 'strand' AS kind, strand AS id, rating FROM every
    UNION ALL SELECT path, 'element', element, rating FROM every UNION ALL SELECT path, 'all', 'all', rating FROM every;
  CREATE VIEW ranked AS SELECT g.*, x.rank, ROW_NUMBER() OVER (PARTITION BY path, kind, g.id ORDER BY x.rank) AS place,
    COUNT(*) OVER (PARTITION BY path, kind, g.id) AS many FROM groups g JOIN scale x ON x.id = g.rating;
  CREATE VIEW rolled AS SELECT g.path, g.kind, g.id, SUM(g.rating IS NULL) AS missing,
    (SELECT rating FROM ranked r WHERE r.path = g.path AND r.kind = g.kind AND r.id = g.id AND r.place = (r.many + 1) / 2) AS middle
    FROM groups g GROUP BY g.path, g.kind, g.id;
  CREATE VIEW lasting AS SELECT path, strand, date, decision FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY path, strand ORDER BY date DESC, place DESC) AS back
    FROM decisions WHERE date <= $on AND decision IN ('awarded', 'withdrawn')) WHERE back = 1;
  CREATE VIEW latest AS SELECT path, strand, date, decision FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY path, strand ORDER BY date DESC, place DESC) AS back
    FROM decisions WHERE date <= $on) WHERE back = 1;
  CREATE VIEW held AS SELECT path, strand, date FROM lasting WHERE decision = 'awarded';
  CREATE VIEW states AS SELECT s.path, t.id AS strand, CASE
    WHEN EXISTS (SELECT 1 FROM held h WHERE h.path = s.path AND h.strand = t.id) THEN 'held'
    WHEN EXISTS (SELECT 1 FROM visits v JOIN claims c ON c.path = v.path AND c.visit = v.visit WHERE v.path = s.path AND c.strand = t.id
      AND v.date >= $on AND v.sent <= $on AND v.sent > COALESCE((SELECT date FROM latest l WHERE l.path = s.path AND l.strand = t.id), '')) THEN 'submitted'
    WHEN (SELECT decision FROM latest l WHERE l.path = s.path AND l.strand = t.id) IN ('further-evidence', 'not-yet')
      THEN (SELECT decision FROM latest l WHERE l.path = s.path AND l.strand = t.id)
    ELSE 'other' END AS state FROM sound s JOIN strands t;
  CREATE VIEW marks AS SELECT s.path,
    (SELECT COUNT(*) FROM held h WHERE h.path = s.path) = (SELECT COUNT(*) FROM strands)
      AND (SELECT MAX(date) <= date(MIN(date), '+3 years') FROM held h WHERE h.path = s.path) AS achieved,
    (SELECT date(MIN(date), '+3 years') FROM held h WHERE h.path = s.path AND date(date, '+3 years') >= $on) AS deadline,
    EXISTS (SELECT 1 FROM decisions d WHERE d.path = s.path AND d.decision IN ('awarded', 'withdrawn')) AS begun FROM sound s;`;

const ASKED: { readonly [figure: string]: string } = {
  order:
    "SELECT path, urn, name, phase, CASE WHEN programme = 'lem-5' THEN 0 ELSE 1 END AS broken FROM schools ORDER BY urn, path",
  faulty:
    'SELECT DISTINCT path FROM named WHERE strand NOT IN (SELECT id FROM strands) AND path IN (SELECT path FROM sound) ORDER BY path',
  rollUps:
    'SELECT path, kind, id, CASE WHEN missing = 0 THEN middle END AS rating, CASE WHEN missing > 0 THEN middle END AS provisional, missing FROM rolled ORDER BY path, kind, id',
  ratings:
    "SELECT id AS strand, CASE WHEN missing > 0 THEN 'incomplete' ELSE middle END AS rating, COUNT(*) AS schools FROM rolled WHERE kind = 'strand' GROUP BY 1, 2 ORDER BY 1, 2",
  states: 'SELECT strand, state, COUNT(*) AS schools FROM states GROUP BY strand, state ORDER BY strand, state',
  marks:
    "SELECT path, CASE WHEN achieved THEN 'achieved' WHEN begun THEN 'working-towards' ELSE 'not-started' END AS state, CASE WHEN achieved THEN NULL ELSE deadline END AS deadline FROM marks ORDER BY path",
  visits: `SELECT v.path, v.date, v.kind, CASE WHEN v.kind = 'accreditation' AND v.sent IS NULL THEN date(v.date, '-14 days') END AS sendAudit
    FROM visits v JOIN sound s ON s.path = v.path WHERE v.date >= $on ORDER BY v.date, s.urn, v.visit`,
  lapses:
    "SELECT s.path, m.deadline AS date FROM marks m JOIN sound s ON s.path = m.path WHERE NOT m.achieved AND m.deadline BETWEEN $on AND date($on, '+6 months') ORDER BY m.deadline, s.urn",
  themes: `SELECT e.element, COALESCE(e.phase, '') AS phase, COUNT(*) AS cells, SUM(x.rank = 0) AS worst, SUM(x.needsAction) AS needsAction,
    COUNT(DISTINCT e.path) AS schools FROM every e JOIN scale x ON x.id = e.rating GROUP BY e.element, COALESCE(e.phase, '') ORDER BY 1, 2`,
};

/** The figures of a county by an independent way: its YAML loaded into SQLite, and asked there. */
export async function oracle(county: string, on: string): Promise<{ readonly [figure: string]: readonly Row[] }> {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(TABLES);
  const insert = (table: string, rows: readonly (readonly unknown[])[]): void => {
    if (rows.length === 0) return;
    const statement = db.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join(', ')})`);
    for (const row of rows) statement.run(row.map((value) => value ?? null));
    statement.free();
  };
  db.run('BEGIN');
  const programme = parse(readFileSync(PROGRAMME, 'utf8'));
  insert(
    'strands',
    programme.strands.map(({ id }: { id: string }, place: number) => [id, place]),
  );
  insert(
    'elements',
    programme.elements.map(({ id }: { id: string }, place: number) => [id, place]),
  );
  insert(
    'scale',
    programme.scale.map((each: { id: string; needsAction: boolean }, rank: number) => [
      each.id,
      rank,
      Number(each.needsAction),
    ]),
  );
  for (const path of readdirSync(county)) load(path);
  db.run('COMMIT');
  db.run(VIEWS.replaceAll('$on', `'${on}'`));
  // Roll-ups are asked for school by school in the view; a table of what they rest on keeps that short.
  db.run(
    'CREATE TABLE kept AS SELECT * FROM ranked; CREATE INDEX kept_by ON kept (path, kind, id, place); DROP VIEW rolled',
  );
  db.run(`CREATE VIEW rolled AS SELECT g.path, g.kind, g.id, SUM(g.rating IS NULL) AS missing, (SELECT rating FROM kept r
    WHERE r.path = g.path AND r.kind = g.kind AND r.id = g.id AND r.place = (r.many + 1) / 2) AS middle FROM groups g GROUP BY g.path, g.kind, g.id`);
  const figures = Object.entries(ASKED).map(([figure, sql]) => {
    const statement = db.prepare(sql.replaceAll('$on', `'${on}'`));
    const rows: Row[] = [];
    while (statement.step()) rows.push(statement.getAsObject());
    statement.free();
    return [figure, rows] as const;
  });
  db.close();
  return Object.fromEntries(figures);

  function load(path: string): void {
    const read = (file: string) => parse(readFileSync(join(county, path, file), 'utf8'));
    const { programme: edition, school } = read('lem.yaml');
    insert('schools', [[path, school.urn, school.name, school.phase, edition]]);
    const cells = Object.entries<{ [strand: string]: string | { rating: string } }>(read('grid/2025-26.yaml').cells);
    insert(
      'cells',
      cells.flatMap(([element, row]) =>
        Object.entries(row).map(([strand, cell]) => [
          path,
          element,
          strand,
          typeof cell === 'string' ? cell : cell.rating,
        ]),
      ),
    );
    const awards: readonly { date: string; decisions: object }[] = read('awards.yaml').visits;
    insert(
      'decisions',
      awards.flatMap(({ date, decisions }, place) =>
        Object.entries(decisions).map(([strand, decision]) => [path, date, strand, decision, place]),
      ),
    );
    const booked: readonly { date: string; kind: string; auditSent?: string; strands?: string[] }[] =
      read('calendar.yaml').visits;
    insert(
      'visits',
      booked.map(({ date, kind, auditSent }, place) => [path, place, date, kind, auditSent]),
    );
    insert(
      'claims',
      booked.flatMap(({ strands = [] }, place) => strands.map((strand) => [path, place, strand])),
    );
    for (const file of readdirSync(join(county, path, 'plan'))) {
      const [, list = ''] = /^strands: \[(.*)\]$/m.exec(readFileSync(join(county, path, 'plan', file), 'utf8')) ?? [];
      insert(
        'named',
        list.split(', ').map((strand) => [path, strand]),
      );
    }
  }
}
