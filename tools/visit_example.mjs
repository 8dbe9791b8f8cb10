// visit_example.mjs ADDRESS < OUTPUT_OF_RUN: signs in with every example login that ./run printed, opens each home, and
// the report of the example's evaluation as page and as PDF. Ends with "N logins" or says what did not work.
import { readFileSync } from 'node:fs';

const address = process.argv[2];
const logins = [...readFileSync(0, 'utf8').matchAll(/^ {2}([a-z]+) +(contoh-pamong) /gm)].map(([, login, password]) => ({ login, password }));

function check(holds, what) {
  if (!holds) throw new Error(what);
}
async function ask(path, cookie, send) {
  const answer = await fetch(address + path, {
    method: send ? 'POST' : 'GET',
    headers: { 'X-Pamong': '1', ...(cookie ? { cookie } : {}), ...(send ? { 'content-type': 'application/json' } : {}) },
    body: send ? JSON.stringify(send) : undefined,
  });
  check(answer.ok, `${path} answers ${answer.status}`);
  return answer;
}

let reports = 0;
for (const one of logins) {
  const signedIn = await ask('/api/v1/session', null, one);
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0];
  const me = await signedIn.json();
  check(me.roles.length > 0, `${one.login} has no role`);
  await ask('/api/v1/home', cookie);
  if (!me.permissions.includes('evaluation.read')) continue;
  for (const evaluation of (await (await ask('/api/v1/evaluations', cookie)).json()).items) {
    const report = await (await ask(`/api/v1/evaluations/${evaluation.id}/report`, cookie)).json();
    check(JSON.stringify(report).includes('"statement"'), `the report of ${evaluation.title} has no claims`);
    const pdf = Buffer.from(await (await ask(`/api/v1/evaluations/${evaluation.id}/report.pdf`, cookie)).arrayBuffer());
    check(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 50_000, `the report of ${evaluation.title} is no PDF`);
    reports += 1;
  }
}
check(logins.length >= 12, `only ${logins.length} logins were printed`);
check(reports > 0, 'nobody could open a report');
console.log(`${logins.length} logins, the report opened by ${reports} of them`);
