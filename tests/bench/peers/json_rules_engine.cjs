// json-rules-engine: one rule an offer, one run a line. Whatever matches is counted.
'use strict';
const { conditionOf, factsOf, matchCount } = require('./workload.cjs');

const prepare = ({ Engine }, run) => {
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
  const price = async () => {
    let found = 0;
    for (const fact of facts) found += (await engine.run(fact)).events.length;
    return found;
  };
  return { price, expected: matchCount(run) };
};

module.exports = {
  name: 'json-rules-engine',
  package: 'json-rules-engine',
  install: 'json-rules-engine',
  ways: { 'a run a line': prepare },
};
