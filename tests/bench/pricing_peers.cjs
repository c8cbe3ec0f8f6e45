// Workload P1 in rule engines that JavaScript tills use, each with its own matching and the least glue: one rule an offer,
// one run a line. They stack whatever matches and share nothing out, which is less work than the till does. Packages are
// looked for in BENCH_NPM and from here; those missing are named. Usage: node pricing_peers.cjs CASES.json
'use strict';
const fs = require('fs');

const folders = [...(process.env.BENCH_NPM || '').split(':').filter(Boolean), __dirname];

const conditionOf = (offer) => {
  if (offer.products) return { field: 'product', among: offer.products };
  if (offer.category !== undefined) return { field: 'category', among: [offer.category] };
  if (offer.brand !== undefined) return { field: 'brand', among: [offer.brand] };
  return { field: 'sum', from: offer.threshold };
};

const factsOf = ({ items, tier }) => {
  const sum = items.reduce((total, item) => total + item.unit * item.pieces, 0);
  return items.map((item) => ({ ...item, tier, sum }));
};

const engines = {
  'node-rules': ({ RuleEngine }, run) => {
    const engine = new RuleEngine([], { ignoreFactChanges: true });
    run.offers.forEach((offer, number) => {
      const { field, among, from } = conditionOf(offer);
      const tiers = new Set(offer.tiers);
      const values = among && new Set(among);
      engine.register({
        name: String(number),
        condition(flow, fact) {
          flow.when(tiers.has(fact.tier) && (values ? values.has(fact[field]) : fact[field] >= from));
        },
        consequence(flow, fact) {
          fact.found += 1;
          flow.next();
        },
      });
    });
    const facts = factsOf(run);
    const one = (fact) => new Promise((done) => engine.execute({ ...fact, found: 0 }, (out) => done(out.found)));
    return async () => {
      let found = 0;
      for (const fact of facts) found += await one(fact);
      return found;
    };
  },
  'json-rules-engine': ({ Engine }, run) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    run.offers.forEach((offer, number) => {
      const { field, among, from } = conditionOf(offer);
      const match = among
        ? { fact: field, operator: 'in', value: among }
        : { fact: field, operator: 'greaterThanInclusive', value: from };
      const member = { fact: 'tier', operator: 'in', value: offer.tiers };
      engine.addRule({ conditions: { all: [member, match] }, event: { type: 'offer', params: { number } } });
    });
    const facts = factsOf(run);
    return async () => {
      let found = 0;
      for (const fact of facts) found += (await engine.run(fact)).events.length;
      return found;
    };
  },
};

const matches = (run) =>
  factsOf(run)
    .flatMap((fact) => run.offers.map((offer) => ({ fact, offer, ...conditionOf(offer) })))
    .filter(({ fact, offer, field, among, from }) =>
      offer.tiers.includes(fact.tier) && (among ? among.includes(fact[field]) : fact[field] >= from)).length;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const main = async () => {
  const runs = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
  for (const [name, make] of Object.entries(engines)) {
    let library;
    let version;
    try {
      library = require(require.resolve(name, { paths: folders }));
      version = JSON.parse(fs.readFileSync(require.resolve(name + '/package.json', { paths: folders }))).version;
    } catch (missing) {
      if (!library) {
        console.log(`peer skipped: ${name} is not installed (npm install ${name}; BENCH_NPM=folder)`);
        continue;
      }
    }
    for (const run of runs) {
      const price = make(library, run);
      if ((await price()) !== matches(run)) throw new Error(`${name} finds other offers`);
      const times = [];
      for (let round = 0; round < 5; ++round) {
        const start = process.hrtime.bigint();
        await price();
        times.push(Number(process.hrtime.bigint() - start) / 1000);
      }
      const us = median(times);
      const size = `${String(run.items.length).padStart(6)} ${String(run.offers.length).padStart(10)}`;
      const ratio = (us / run.till_us).toFixed(0);
      console.log(`${size}   ${`${name} ${version || ''}, a run a line`.padEnd(44)} ${us.toFixed(2).padStart(12)}   = ${ratio} x Kahui`);
    }
  }
  console.log('peers skipped: Medusa and Vendure (whole shops; hundreds of packages each)');
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
