// Runs the stories in a browser and ends with the line that ../test counts: "N passed, M failed".
import { startVitest } from 'vitest/node';

const vitest = await startVitest('test', process.argv.slice(2), { config: 'vitest.browser.config.mjs', watch: false });
// A story file that breaks before its first test fails as a whole, whatever its tests say.
const states = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
const broken = vitest.state.getTestModules().filter((module) => !module.ok() && ![...module.children.allTests()].some((test) => test.result().state === 'failed')).length;
await vitest.close();
const failed = states.filter((state) => state === 'failed').length + broken;
console.log(`${states.filter((state) => state === 'passed').length} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
