// node-rules: one rule an offer, one run a line. Whatever matches is counted.
'use strict';
const { conditionOf, factsOf, matchCount } = require('./workload.cjs');

const prepare = ({ RuleEngine }, run) => {
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
  const price = async () => {
    let found = 0;
    for (const fact of facts) found += await one(fact);
    return found;
  };
  return { price, expected: matchCount(run) };
};

module.exports = {
  name: 'node-rules',
  package: 'node-rules',
  install: 'node-rules',
  ways: { 'a run a line': prepare },
};
