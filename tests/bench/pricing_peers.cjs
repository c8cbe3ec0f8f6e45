// Workload P1 in engines that other tills and shops use (peers/), each with its own matching and the least glue.
// Packages are looked for in BENCH_NPM and from here; peers whose packages are missing are named. Every result is
// compared with our own reckoning by the peer's rules. Usage: node pricing_peers.cjs CASES.json
'use strict';
const fs = require('fs');

const kPeers = ['node_rules', 'json_rules_engine', 'medusa', 'vendure'];
const kRounds = 3;       // at least,
const kLong_us = 1e6;    // and for as long
const kNear_fen = 1e-3;  // Medusa does not round

const folders = [...(process.env.BENCH_NPM || '').split(':').filter(Boolean), __dirname];
const find = (path) => require.resolve(path, { paths: folders });

const now_us = () => Number(process.hrtime.bigint()) / 1000;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const run = async ({ price, expected }) => {
  const begun = now_us();
  const found = await price();
  const us = now_us() - begun;
  if (!(expected > 0 && Math.abs(found - expected) < kNear_fen))
    throw new Error(`finds ${found}, and ${expected} is right`);
  return us;
};

const measure = async (prepared) => {
  await run(prepared);
  const times = [];
  for (const start = now_us(); times.length < kRounds || now_us() - start < kLong_us;) times.push(await run(prepared));
  return median(times);
};

const load = (peer) => {
  try {
    return require(find(peer.package));
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    const remedy = `in a folder of BENCH_NPM: npm install ${peer.install}`;
    console.log(`peer skipped: ${peer.package} is not installed, or not whole; ${remedy}`);
    return undefined;
  }
};

const measurePeer = async (peer, cases) => {
  const library = load(peer);
  if (!library) return;
  const { version } = JSON.parse(fs.readFileSync(find(`${peer.package}/package.json`)));
  for (const [way, prepare] of Object.entries(peer.ways))
    for (const bill of cases) {
      const us = await measure(prepare(library, bill));
      const size = `${String(bill.items.length).padStart(6)} ${String(bill.offers.length).padStart(10)}`;
      const name = `${peer.name} ${version}, ${way}`.padEnd(44);
      console.log(`${size}   ${name} ${us.toFixed(2).padStart(12)}   = ${(us / bill.till_us).toFixed(0)} x Kahui`);
    }
};

const main = async () => {
  const cases = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
  let failed = false;
  for (const file of kPeers) {
    const peer = require(`./peers/${file}.cjs`);
    try {
      await measurePeer(peer, cases);
    } catch (error) {
      console.log(`peer failed: ${peer.name}: ${error.stack}`);
      failed = true;
    }
  }
  process.exit(failed ? 1 : 0);  // the shops leave timers behind
};

main();
