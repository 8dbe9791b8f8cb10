// Writes instruments/classroom_observation_2025.xml from regulations/classroom_observation_2025.json.
// Run it after changing the data and commit both: node tools/make_observation_form.mjs
// A path of the form (`/data/KSK/KSK1`) is the question's id and never changes from version to version.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const data = JSON.parse(readFileSync(new URL('regulations/classroom_observation_2025.json', root), 'utf8'));
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const languages = ['id', 'en'];
const names = { id: 'Bahasa Indonesia (id)', en: 'English (en)' };

const words = new Map();
const say = (key, id, en) => words.set(key, { id, en });

say('indicator:label', 'Indikator yang diamati', 'Indicator observed');
say('indicator:hint', 'Satu indikator per siklus, sesuai pilihan guru.', 'One indicator per cycle, as the teacher chose.');
say('indicator:required', 'Pilih satu indikator.', 'Choose one indicator.');
say('observed_on:label', 'Tanggal pengamatan', 'Day of the observation');
say('observed_on:constraint', 'Tanggal tidak boleh di masa depan.', 'The day cannot lie in the future.');
say('minutes:label', 'Lama pengamatan (menit)', 'Minutes observed');
say('minutes:constraint', 'Isi antara 5 dan 240 menit.', 'Give between 5 and 240 minutes.');
say('notes:label', 'Catatan fakta', 'Notes of facts');
say('noted_at:label', 'Jam', 'Time');
say('note:label', 'Yang terlihat dan terdengar', 'What you saw and heard');
say('note:hint', 'Fakta saja, tanpa menilai.', 'Facts only, no judging.');
say('rating:required', 'Pilih salah satu dari tiga.', 'Choose one of the three.');
say('summary:label', data.wording_note_id, data.wording_note_en);
say('strengths:label', 'Yang sudah kuat', 'What is already strong');
say('strengths:hint', 'Sebut kejadian nyata yang Anda lihat.', 'Name what you actually saw.');
say('improvement:label', 'Satu hal untuk dicoba', 'One thing to try');
say('improvement:hint', 'Satu atau dua saja; dibahas dalam percakapan sesudahnya.', 'One or two at most; to be talked over afterwards.');
for (const step of data.rating_scale) say(`scale:${step.code}`, step.id, step.en);
for (const indicator of data.indicators) {
  say(`${indicator.code}:label`, indicator.name_id, indicator.name_en);
  for (const focus of indicator.focus) {
    say(`${focus.code}:label`, focus.label_id, focus.label_en);
    const lines = (language) =>
      [...focus.do.map((entry) => `✓ ${entry[language]}`), ...focus.avoid.map((entry) => `✗ ${entry[language]}`)].join('\n');
    if (focus.do.length > 0) say(`${focus.code}:hint`, lines('id'), lines('en'));
  }
}

const ref = (key) => `jr:itext('${key}')`;
const label = (key) => `<label ref="${ref(`${key}:label`)}"/>`;
const hint = (key) => (words.has(`${key}:hint`) ? `<hint ref="${ref(`${key}:hint`)}"/>` : '');
const items = (pairs) => pairs.map(([value, key]) => `<item><label ref="${ref(key)}"/><value>${value}</value></item>`).join('');

const instance = data.indicators
  .map(({ code, focus }) => `          <${code}>${focus.map((one) => `<${one.code}/>`).join('')}</${code}>`)
  .join('\n');
const binds = data.indicators
  .flatMap(({ code, focus }) => [
    `      <bind nodeset="/data/${code}" relevant=" /data/indicator = '${code}'"/>`,
    ...focus.map(
      (one) => `      <bind nodeset="/data/${code}/${one.code}" type="string" required="true()" jr:requiredMsg="${ref('rating:required')}"/>`,
    ),
  ])
  .join('\n');
const groups = data.indicators
  .map(({ code, focus }) => {
    const scale = items(data.rating_scale.map((step) => [step.code, `scale:${step.code}`]));
    const questions = focus
      .map((one) => `      <select1 ref="/data/${code}/${one.code}" appearance="rating">${label(one.code)}${hint(one.code)}${scale}</select1>`)
      .join('\n');
    return `    <group ref="/data/${code}">\n      ${label(code)}\n${questions}\n    </group>`;
  })
  .join('\n');
const itext = languages
  .map((language) => {
    const texts = [...words]
      .map(([key, entry]) => `        <text id="${key}"><value>${escape(entry[language])}</value></text>`)
      .join('\n');
    return `      <translation lang="${names[language]}"${language === 'id' ? ' default="true()"' : ''}>\n${texts}\n      </translation>`;
  })
  .join('\n');

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by tools/make_observation_form.mjs from regulations/classroom_observation_2025.json. -->
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms">
  <h:head>
    <h:title>Observasi kelas</h:title>
    <model odk:xforms-version="1.0.0">
      <itext>
${itext}
      </itext>
      <instance>
        <data id="${data.code}" version="${data.version}">
          <context><session_id/><pair_id/><mentee_id/><mentee_name/></context>
          <indicator/>
          <notes jr:template=""><noted_at/><note/></notes>
${instance}
          <summary/>
          <strengths/>
          <improvement/>
          <observed_on/>
          <minutes/>
          <orx:meta><orx:instanceID/></orx:meta>
        </data>
      </instance>
      <bind nodeset="/data/context/session_id" type="string"/>
      <bind nodeset="/data/context/pair_id" type="string"/>
      <bind nodeset="/data/context/mentee_id" type="string"/>
      <bind nodeset="/data/context/mentee_name" type="string"/>
      <bind nodeset="/data/observed_on" type="date" required="true()" constraint=". &lt;= today()" jr:constraintMsg="${ref('observed_on:constraint')}"/>
      <bind nodeset="/data/minutes" type="int" constraint=". &gt;= 5 and . &lt;= 240" jr:constraintMsg="${ref('minutes:constraint')}"/>
      <bind nodeset="/data/indicator" type="string" required="true()" jr:requiredMsg="${ref('indicator:required')}"/>
      <bind nodeset="/data/notes/noted_at" type="dateTime"/>
      <bind nodeset="/data/notes/note" type="string"/>
${binds}
      <bind nodeset="/data/summary" type="string" readonly="true()"/>
      <bind nodeset="/data/strengths" type="string"/>
      <bind nodeset="/data/improvement" type="string"/>
      <bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
      <setvalue event="odk-instance-first-load" ref="/data/observed_on" value="today()"/>
    </model>
  </h:head>
  <h:body>
    <select1 ref="/data/indicator" appearance="minimal">${label('indicator')}${hint('indicator')}${items(data.indicators.map(({ code }) => [code, `${code}:label`]))}</select1>
    <group ref="/data/notes">
      ${label('notes')}
      <repeat nodeset="/data/notes" appearance="timed">
        <setvalue event="odk-new-repeat" ref="/data/notes/noted_at" value="now()"/>
        <input ref="/data/notes/noted_at">${label('noted_at')}</input>
        <input ref="/data/notes/note" appearance="multiline">${label('note')}${hint('note')}</input>
      </repeat>
    </group>
${groups}
    <input ref="/data/summary">${label('summary')}</input>
    <input ref="/data/strengths" appearance="multiline">${label('strengths')}${hint('strengths')}</input>
    <input ref="/data/improvement" appearance="multiline">${label('improvement')}${hint('improvement')}</input>
    <input ref="/data/observed_on">${label('observed_on')}</input>
    <input ref="/data/minutes">${label('minutes')}</input>
  </h:body>
</h:html>
`;
writeFileSync(new URL('instruments/classroom_observation_2025.xml', root), xml);
