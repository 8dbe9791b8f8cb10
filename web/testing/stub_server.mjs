// A stand-in for the server, only for this client's own browser tests and screenshots: serves dist/ as the real one does
// (same headers) and answers the routes the client uses. State lives in memory. Never shipped.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const instruments = new URL('../../instruments/', import.meta.url);
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.webmanifest': 'application/manifest+json', '.json': 'application/json',
};
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

function at(day, hour, minute) {
  const moment = new Date();
  moment.setDate(moment.getDate() + day);
  moment.setHours(hour, minute, 0, 0);
  return moment.toISOString();
}

const everyone = {
  rina: {
    account_id: 'account-rina', person_id: 'person-rina', display_name: 'Bu Rina Wulandari', language: 'id', org_id: 'org-1', org_name: 'Dinas Pendidikan Kabupaten Contoh',
    roles: [{ role: 'mentor', scope_kind: 'school', scope_id: 'school-1', scope_name: 'SMP Negeri 1 Contoh' }],
    permissions: ['home.own', 'instruments.use', 'instruments.submit', 'mentoring.take_part', 'performance.own', 'plans.own', 'programmes.read'],
  },
  kosong: {
    account_id: 'account-kosong', person_id: null, display_name: 'Pak Budi Santoso', language: 'id', org_id: 'org-1', org_name: 'Dinas Pendidikan Kabupaten Contoh',
    roles: [{ role: 'data_protection_officer', scope_kind: 'org', scope_id: null, scope_name: 'Seluruh kabupaten' }],
    permissions: ['home.own'],
  },
};

function cards() {
  return [
    { id: 'card-visit', kind: 'visit', tone: 'due', title_key: 'observation.title', values: { name: 'Pak Adi Nugroho' }, text_key: null, href: '/mentoring/visits', count: null, due: at(0, 8, 0).slice(0, 10), actions: [{ label_key: 'observation.observe', method: 'GET', path: '/mentoring/visits/session-1/observe', body: null }] },
    { id: 'card-slot', kind: 'slot', tone: 'due', title_key: 'app.home_greeting', values: { name: 'Selasa pukul 16.00 dengan Bu Sari' }, text_key: null, href: null, count: null, due: null, actions: [{ label_key: 'observation.yes', method: 'PUT', path: '/api/v1/mentoring/proposals/1', body: { answer: 'yes' } }, { label_key: 'observation.choose', method: 'GET', path: '/mentoring/visits', body: null }] },
    { id: 'card-refused', kind: 'alert', tone: 'warn', title_key: 'offline.count_refused', values: { count: 2 }, text_key: 'offline.refused_hint', href: '/account/work', count: 2, due: null, actions: [] },
    { id: 'card-forms', kind: 'forms', tone: 'info', title_key: 'observation.forms_title', values: {}, text_key: 'observation.forms_empty', href: '/forms', count: 2, due: null, actions: [] },
    { id: 'card-good', kind: 'good', tone: 'good', title_key: 'offline.all_sent', values: {}, text_key: null, href: null, count: null, due: null, actions: [] },
  ];
}

export function startStub(port = 8310) {
  const state = { submissions: new Map(), puts: [], conflictNext: false, listeners: new Set() };

  function problem(reply, status, code, values = {}) {
    reply.writeHead(status, { 'Content-Type': 'application/problem+json' });
    reply.end(JSON.stringify({ type: `/problems/${code}`, title: code, status, code, detail: '', at: null, values, parts: [] }));
  }
  function json(reply, status, value, headers = {}) {
    reply.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    reply.end(JSON.stringify(value));
  }
  function tell() {
    for (const listener of state.listeners) listener.write('event: changed\ndata: {}\n\n');
  }

  function api(request, reply, path, body) {
    const me = everyone[/pamong_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1]];
    if (request.method !== 'GET' && request.headers['x-pamong'] !== '1') return problem(reply, 403, 'http.csrf');
    if (path === '/api/v1/session' && request.method === 'POST') {
      const who = everyone[body.login];
      if (!who || body.password !== 'rahasia') return problem(reply, 401, 'access.wrong_login');
      return json(reply, 200, who, { 'Set-Cookie': `pamong_session=${body.login}; Path=/; HttpOnly; SameSite=Lax` });
    }
    if (!me) return problem(reply, 401, 'access.not_signed_in');
    if (path === '/api/v1/session') return json(reply, 200, {}, { 'Set-Cookie': 'pamong_session=; Path=/; Max-Age=0' });
    if (path === '/api/v1/me') return json(reply, 200, me);
    if (path === '/api/v1/me/language') return json(reply, 200, {});
    if (path === '/api/v1/home')
      return json(reply, 200, { greeting_name: me.display_name, today: at(0, 8, 0).slice(0, 10), cards: me === everyone.rina ? cards() : [], empty_key: null });
    if (path === '/api/v1/instruments')
      return json(reply, 200, { items: [
        { id: 'classroom_observation_2025', version: '2025.1', code: 'classroom_observation_2025', title_id: 'Observasi kelas', title_en: 'Classroom observation', minutes: 40, hash: 'a' },
        { id: 'pupil_voice', version: '2025.1', code: 'pupil_voice', title_id: 'Suara murid', title_en: 'Pupil voice', minutes: 2, hash: 'b' },
      ] });
    const form = /^\/api\/v1\/instruments\/([a-z_0-9]+)\/2025\.1\/form$/.exec(path)?.[1];
    if (form) {
      reply.writeHead(200, { 'Content-Type': 'application/xml' });
      return reply.end(readFileSync(new URL(`${form}.xml`, instruments)));
    }
    if (path === '/api/v1/mentoring/visits')
      return json(reply, 200, { items: [
        { session_id: 'session-1', pair_id: 'pair-1', mentee_id: 'person-adi', mentee_name: 'Pak Adi Nugroho', school_name: 'SMP Negeri 1 Contoh', kind: 'observation', planned_at: at(0, 10, 40), status: 'agreed', indicator_code: 'KSK' },
        { session_id: 'session-2', pair_id: 'pair-2', mentee_id: 'person-sari', mentee_name: 'Bu Sari Lestari', school_name: 'SMP Negeri 1 Contoh', kind: 'post', planned_at: at(1, 13, 0), status: 'agreed', indicator_code: null },
        { session_id: 'session-3', pair_id: 'pair-2', mentee_id: 'person-sari', mentee_name: 'Bu Sari Lestari', school_name: 'SMP Negeri 1 Contoh', kind: 'observation', planned_at: at(6, 8, 20), status: 'agreed', indicator_code: null },
        { session_id: 'session-0', pair_id: 'pair-1', mentee_id: 'person-adi', mentee_name: 'Pak Adi Nugroho', school_name: 'SMP Negeri 1 Contoh', kind: 'coaching', planned_at: at(-5, 14, 0), status: 'held', indicator_code: null },
      ] });
    if (path === '/api/v1/events') {
      reply.writeHead(200, { 'Content-Type': 'text/event-stream' });
      reply.write(': hello\n\n');
      state.listeners.add(reply);
      return request.on('close', () => state.listeners.delete(reply));
    }
    const instance = /^\/api\/v1\/submissions\/([0-9a-f-]{36})$/.exec(path)?.[1];
    if (instance && request.method === 'PUT') {
      state.puts.push(instance);
      if (state.conflictNext) {
        state.conflictNext = false;
        return problem(reply, 409, 'instruments.same_id_other_content');
      }
      const content = JSON.stringify(body);
      const earlier = state.submissions.get(instance);
      if (earlier && earlier !== content) return problem(reply, 409, 'instruments.same_id_other_content');
      state.submissions.set(instance, content);
      setTimeout(tell, 20);
      return json(reply, earlier ? 202 : 201, {});
    }
    if (request.method === 'PUT') return json(reply, 200, {});
    return problem(reply, 404, 'http.not_found');
  }

  function file(reply, path) {
    const known = path !== '/' && existsSync(join(dist, path));
    const name = known ? path : '/index.html';
    const packed = existsSync(join(dist, `${name}.gz`));
    reply.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    });
    reply.end(readFileSync(join(dist, packed ? `${name}.gz` : name)));
  }

  const server = createServer((request, reply) => {
    const { pathname } = new URL(request.url, 'http://stub');
    if (!pathname.startsWith('/api/')) return file(reply, pathname);
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      api(request, reply, pathname, raw ? JSON.parse(raw) : null);
    });
    return undefined;
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve({
        address: `http://localhost:${server.address().port}`,
        state,
        close: () => new Promise((closed) => {
          server.closeAllConnections();
          server.close(closed);
        }),
      }),
    );
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const stub = await startStub(Number(process.env.PORT ?? 8310));
  console.log(`${stub.address} (login rina, password rahasia)`);
}
