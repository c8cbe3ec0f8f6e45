"""What a day and a month say, reckoned from rows of sales and of the journal: the other side of report_check.py."""

import collections


def half_up(part, whole):
    return 0 if whole <= 0 else (2 * part * 10000 + whole) // (2 * whole)


class Sums:
    """What the day and the month say, from rows of sales and of the journal."""

    def __init__(self):
        self.f = collections.Counter()
        self.members, self.bills_of = set(), collections.Counter()
        self.hours, self.tiers = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        self.tenders, self.operators = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        self.items = collections.defaultdict(collections.Counter)

    def sale(self, sale, event):
        f, total, member = self.f, sale["total"], sale["member_no"] is not None and event["p"]["mb"].get("bt", "") != ""
        f["net_total"] += total
        f["net_member" if member else "net_guest"] += total
        f["gross"] += sale["gross"]
        f["rounding"] += sale["rounding"]
        f["bills"] += 1
        f["sold"] += total
        for line, told in zip(sale["lines"], event["p"]["l"], strict=True):
            f["pieces"] += line["qty_milli"] // 1000 if line["qty_milli"] % 1000 == 0 else 1
            side = self.items[line["sku"]]
            side["member_qty" if member else "guest_qty"] += line["qty_milli"]
            side["member_net" if member else "guest_net"] += line["final"]
            side["lines"] += 1
            if "co" in told:  # what the item cost when it was sold
                side["member_costed" if member else "guest_costed"] += line["qty_milli"]
                side["member_cost" if member else "guest_cost"] += (2 * told["co"] * line["qty_milli"] + 1000) // 2000
        hour = self.hours[int(sale["at"][11:13])]
        tier = self.tiers[event["p"]["mb"]["bt"] if member else None]
        for row in (hour, tier):
            row["bills"] += 1
            row["net"] += total
            if member:
                row["member_bills"] += 1
                row["member_net"] += total
        for tender in sale["tenders"]:
            self.tenders[tender["type"]]["taken"] += tender["amount"]
        operator = self.operators[sale["operator"]]
        operator["bills"] += 1
        operator["net"] += total
        operator["rounding"] += sale["rounding"]
        hand = sum(line["bill"] for line in sale["lines"])
        if hand:
            operator["discount_bills"] += 1
            operator["discount"] += hand
        if member:
            f["member_bills"] += 1
            f["member_sold"] += total
            f["points_issued"] += sale["points_earned"]
            f["points_redeemed"] += sale["points_used"]
            self.members.add(sale["member_no"])
            self.bills_of[sale["member_no"]] += 1
            if event["p"]["mb"].get("tr"):
                f["upgrades"] += 1

    def back(self, sale, event):
        f, paid, member = self.f, -sale["total"], sale["member_no"] is not None
        f["net_total"] -= paid
        f["net_member" if member else "net_guest"] -= paid
        f["refunds"] += paid
        f["refund_bills"] += 1 if paid > 0 else 0
        hour, tier = self.hours[int(sale["at"][11:13])], self.tiers[event["p"]["mb"]["tb"] if member else None]
        for row in (hour, tier):
            row["net"] -= paid
            if member:
                row["member_net"] -= paid
        for tender in event["p"]["x"]:
            self.tenders[tender["t"]]["given_back"] += tender["a"]
        operator = self.operators[sale["operator"]]
        operator["returns"] += 1
        operator["refunded"] += paid
        for line in event["p"]["l"]:
            side = self.items[line["k"]]
            side["member_qty" if member else "guest_qty"] -= line["q"]
            side["member_net" if member else "guest_net"] -= line["v"]
        if member:
            mb = event["p"]["mb"]
            f["points_reversed"] -= mb.get("e", 0) + mb.get("b", 0)
            if paid > 0:
                self.members.add(sale["member_no"])

    def done(self):
        f = self.f
        f["member_share_bp"] = half_up(f["net_member"], f["net_total"]) if f["net_member"] > 0 else 0
        f["share_alert"] = f["net_total"] > 0 and 2 * f["net_member"] < f["net_total"]
        f["avg_ticket"] = f["sold"] // f["bills"] if f["bills"] else 0
        f["member_avg_ticket"] = f["member_sold"] // f["member_bills"] if f["member_bills"] else 0
        f["items_per_bill_x100"] = f["pieces"] * 100 // f["bills"] if f["bills"] else 0
        f["distinct_members"] = len(self.members)
        f["repeat_buyers"] = sum(1 for bills in self.bills_of.values() if bills >= 2)
        f["repeat_buyers_bp"] = half_up(f["repeat_buyers"], len(self.bills_of))
        return self


def of_days(sales):
    days = collections.defaultdict(list)
    for sale in sales:
        days[sale["business_date"]].append(sale)
    return days


def gather(days, events, first, last):
    """`days`: as of_days() has them."""
    sums = Sums()
    for day in sorted(day for day in days if first <= day <= last):
        for sale in days[day]:
            event = events[sale["sale_id"]]
            sums.sale(sale, event) if sale["type"] == "sale" else sums.back(sale, event)
    return sums.done()
