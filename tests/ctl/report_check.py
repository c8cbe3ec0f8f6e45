"""Every figure of `kahuictl report` reckoned again from `kahuictl export`, by other code, to the fen.

    report_check.py KAHUICTL FOLDER

Makes a demo store over a leap day, takes goods back, opens bills again, pays with points, sells after midnight under a business day that
begins at four, and compares day, month, members, goods and lists, birthdays by the sun and the moon among them, and the
history of stored value and count cards. Then a new year ends points and brings coupons, some of which are used. Prints what differs; exit 1 if anything does. KAHUI_CHECK_DAYS, KAHUI_CHECK_MEMBERS and KAHUI_CHECK_BILLS (a day) make it large.
"""

import collections
import datetime
import json
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # nothing is left in the checkout
from report_sums import gather, half_up, of_days  # noqa: E402

CTL, FOLDER = sys.argv[1], sys.argv[2]
STORE = os.path.join(FOLDER, "store")
NOW = "2028-03-10T12:00:00"  # 29 February lies in the history
ENV = dict(os.environ, KAHUI_KEY_DIR=os.path.join(FOLDER, "keys"))
faults = []
# First days of lunar months by ICU's Chinese calendar, "b" for a leap month: not by Kahui's table. ICU puts the new year
# of 2027 on 7 February, four minutes wrong: the new moon is at 23:56 in Beijing, and the calendar says the 6th.
LUNAR = [(datetime.date.fromisoformat(first), month) for first, month in (row.split(" ") for row in """
2026-12-09 11, 2027-01-08 12, 2027-02-06 1, 2027-03-08 2, 2027-04-07 3, 2027-05-06 4, 2027-06-05 5, 2027-07-04 6,
2027-08-02 7, 2027-09-01 8, 2027-09-30 9, 2027-10-29 10, 2027-11-28 11, 2027-12-28 12, 2028-01-26 1, 2028-02-25 2,
2028-03-26 3, 2028-04-25 4, 2028-05-24 5, 2028-06-23 5b, 2028-07-22 6""".strip().replace("\n", " ").split(", "))]


def ctl(*arguments, now=NOW, stdin=None, allowed=(0,)):
    ran = subprocess.run([CTL, *arguments], env=dict(ENV, KAHUI_NOW=now), input=stdin, capture_output=True, text=True)
    if ran.returncode not in allowed:
        raise SystemExit(f"{arguments}: {ran.returncode}: {ran.stderr}")
    return ran.stdout


def exported(what, *more):
    """Row after row: a year's journal as text would fill the memory."""
    command = [CTL, "export", "--store", STORE, "--what", what, "--format", "jsonl", *more]
    with subprocess.Popen(command, env=dict(ENV, KAHUI_NOW=NOW), stdout=subprocess.PIPE, text=True) as program:
        for row in program.stdout:
            yield json.loads(row)
    if program.returncode != 0:
        raise SystemExit(f"{command}: {program.returncode}")


def export(what, *more):
    return list(exported(what, *more))


def report(*arguments):
    return json.loads(ctl("report", *arguments, "--store", STORE, "--format", "json"))


def same(name, found, expected):
    if found != expected:
        faults.append(f"{name}: report {found!r}, export {expected!r}")


def day_of(iso):
    return datetime.date.fromisoformat(iso)


def goods():
    """Whatever a guest may have by the piece: no count card."""
    return [product["sku"] for product in export("products") if product["unit"] != "kg" and product["sku"] != "99001"]


def make():
    size = {key: os.environ.get(f"KAHUI_CHECK_{key.upper()}", usual) for key, usual in (("members", "300"), ("days", "75"))}
    bills = os.environ.get("KAHUI_CHECK_BILLS")
    ctl("demo", "--store", STORE, "--members", size["members"], "--products", "90", "--days", size["days"], "--seed", "11", "--reopen", "60", "--stored", "9",
        *(("--bills", bills) if bills else ()))
    with open(os.path.join(FOLDER, "births.csv"), "w", encoding="utf-8") as file:
        rows = ("02-29", "L02-30", "L+05-10", "L05-10", "L+02-01", "L01-30", "02-28", "03-01")
        file.write("name,phone,birthday,tier,points\n" + "".join(f"生日{n},1380000{n:04d},{day},ORD,500\n" for n, day in enumerate(rows)))
    ctl("import", "members", "--store", STORE, os.path.join(FOLDER, "births.csv"))
    pack = json.load(open(os.path.join(os.path.dirname(__file__), "../../resources/presets/five-tiers.json"), encoding="utf-8"))
    pack.update(version="2028.1", valid_from="2001-01-01", business_day_start="04:00")
    with open(os.path.join(FOLDER, "pack.json"), "w", encoding="utf-8") as file:
        json.dump(pack, file, ensure_ascii=False)
    ctl("rules", "apply", "--store", STORE, os.path.join(FOLDER, "pack.json"))
    sales = [sale for sale in export("sales") if sale["type"] == "sale"]
    skus = goods()
    lines = []
    for i in range(40):
        line = {"ref": f"night-{i}", "operator": "1001", "lines": [{"sku": skus[(i * 7 + j) % len(skus)], "qty_milli": 1000 * (1 + j % 2)} for j in range(1 + i % 4)],
                "tenders": [{"type": ("CASH", "WECHAT")[i % 2]}]}
        if i % 5 == 0:
            line["bill_discount"] = {"rate_bp": 9500}
        lines.append(json.dumps(line))
    # Half before midnight, half after it: one business day.
    ctl("sell", "--store", STORE, now="2028-03-10T23:20:00", stdin="\n".join(lines[:20]) + "\n")
    ctl("sell", "--store", STORE, now="2028-03-11T01:30:00", stdin="\n".join(lines[20:]) + "\n")
    paid = [{"ref": f"points-{n}", "operator": "1001", "card": {"phone": f"1380000{n:04d}"}, "points": "MAX",
             "lines": [{"sku": skus[n], "qty_milli": 3000}], "tenders": [{"type": "CASH"}]} for n in range(8)]
    ctl("sell", "--store", STORE, now="2028-03-11T01:40:00", stdin="".join(json.dumps(line) + "\n" for line in paid))
    back = []
    for i, sale in enumerate(sales[-400::9]):
        wanted = [{"line": 0, "qty_milli": sale["lines"][0]["qty_milli"]}] if i % 2 else [{"line": n, "qty_milli": line["qty_milli"]} for n, line in enumerate(sale["lines"])]
        back.append(json.dumps({"ref": f"back-{i}", "operator": "2001", "approver": "9001", "receipt_no": sale["receipt_no"], "lines": wanted}))
    ctl("return", "--store", STORE, now="2028-03-11T02:10:00", stdin="\n".join(back) + "\n", allowed=(0, 1))


FIGURES = ("net_total net_member net_guest member_share_bp share_alert bills member_bills refund_bills avg_ticket member_avg_ticket items_per_bill_x100 "
           "distinct_members points_issued points_reversed points_redeemed repeat_buyers repeat_buyers_bp upgrades gross refunds rounding").split()


def compare_period(name, found, sums):
    for figure in FIGURES:
        same(f"{name} {figure}", found[figure], sums.f[figure])
    keys = ("bills", "net", "member_bills", "member_net")
    same(f"{name} by_hour", {row["hour"]: [row[key] for key in keys] for row in found["by_hour"]},
         {hour: [row[key] for key in keys] for hour, row in sums.hours.items() if row["bills"] or row["net"]})
    same(f"{name} by_tier", {row["tier"]: [row[key] for key in keys] for row in found["by_tier"]},
         {tier: [row[key] for key in keys] for tier, row in sums.tiers.items()})
    same(f"{name} tenders", {row["type"]: (row["taken"], row["given_back"]) for row in found["tenders"]},
         {kind: (row["taken"], row["given_back"]) for kind, row in sums.tenders.items()})
    for side, list_name in (("member", "top_members"), ("guest", "top_guests")):
        best = sorted((row[f"{side}_net"] for row in sums.items.values() if row[f"{side}_net"] > 0), reverse=True)[:20]
        same(f"{name} {list_name}", [row["net"] for row in found[list_name]], best)
        for row in found[list_name]:
            same(f"{name} {list_name} {row['sku']}", (row["net"], row["qty_milli"]),
                 (sums.items[row["sku"]][f"{side}_net"], sums.items[row["sku"]][f"{side}_qty"]))
    if "operators" in found:
        keys = ("bills", "net", "returns", "refunded", "discount_bills", "discount", "rounding")
        same(f"{name} operators", {row["operator"]: [row[key] for key in keys] for row in found["operators"]},
             {code: [row[key] for key in keys] for code, row in sums.operators.items()})


def count(acts, event):
    """What a day's report counts beside bills. A member whose joining lies before the day was brought in, not won."""
    day, told = event["bd"], event["p"]
    if event["type"] == "member.registered":
        acts["new_members", day] += told["jd"] == day
    elif event["type"] == "coupon.issued":
        acts["coupons_issued", day] += len(told["parts"])
    elif event["type"] == "coupon.used":
        acts["coupons_used", day] += 1
    elif event["type"] == "points.expired":
        acts["points_expired", day] += sum(part["p"] for part in told["parts"])
    elif event["type"] == "stored.moved" and told["why"] != "CONFIRMED":  # what headquarters said is nobody's move here
        moved = told.get("p", 0) + told.get("b", 0)
        acts["stored_in" if told["why"] in ("TOP_UP", "REFUND") else "stored_out", day] += abs(moved)


COUNTED = ("new_members", "coupons_issued", "coupons_used", "points_expired", "stored_in", "stored_out")


def check_days(sales, events, acts):
    by_day = of_days(sales)
    days = sorted(by_day)
    for day in days[::7] + days[-3:] + ["2028-02-29", "2028-03-01"]:
        found, sums = report("day", "--date", day), gather(by_day, events, day, day)
        compare_period(day, found, sums)
        for what in COUNTED:
            same(f"{day} {what}", found[what], acts[what, day])
        week = (day_of(day) - datetime.timedelta(7)).isoformat()
        before = gather(by_day, events, week, week)
        same(f"{day} last_week", [found["last_week"][key] for key in ("date", "net", "member_net", "bills", "member_bills", "distinct_members")],
             [week] + [before.f[key] for key in ("net_total", "net_member", "bills", "member_bills", "distinct_members")])
        open_days = [d for d in days if (day_of(day) - datetime.timedelta(30)).isoformat() <= d < day]
        nets = [gather(by_day, events, d, d).f for d in open_days]
        nets = [one for one in nets if one["bills"]]
        same(f"{day} mean", (found["mean_30"]["days"], found["mean_30"]["net"], found["mean_30"]["bills"]),
             (len(nets), sum(one["net_total"] for one in nets) // len(nets) if nets else 0, sum(one["bills"] for one in nets) // len(nets) if nets else 0))
    late = [sale for sale in sales if sale["business_date"] == "2028-03-10" and sale["at"] >= "2028-03-11"]
    same("sales after midnight that belong to the day before", len(late) >= 20, True)
    for month in ("2028-02", "2028-03"):
        compare_period(month, report("month", "--date", month + "-05"), gather(by_day, events, month + "-01", month + "-31"))


def check_goods(sales, events, products):
    by_day = of_days(sales)
    found = report("goods", "--from", "2028-02-20", "--to", "2028-03-10")
    sums = gather(by_day, events, "2028-02-20", "2028-03-10")
    cost = {product["sku"]: product["cost_fen"] for product in products}

    def part(sku, quantity):
        amount = (2 * cost[sku] * abs(quantity) + 1000) // 2000
        return amount if quantity >= 0 else -amount

    def cost_of(item, sku):
        costed, total = item["member_costed"], item["member_cost"]
        rest = item["member_qty"] - costed
        if rest < 0 < costed:  # goods that came back, at the mean of what was sold
            return total - (2 * total * -rest + costed) // (2 * costed)
        return total + part(sku, rest)

    for side, key in (("member", "members"), ("guest", "guests")):
        for row in found["sections"][key + "_amount"]:
            item = sums.items[row["sku"]]
            same(f"goods {key} {row['sku']}", (row["quantity"], row["net"]), (item[side + "_qty"], item[side + "_net"]))
            if side == "member":
                same(f"goods margin {row['sku']}", row["margin"], item["member_net"] - cost_of(item, row["sku"]))
        best = sorted((item[side + "_qty"] for item in sums.items.values() if item[side + "_qty"] > 0), reverse=True)[:20]
        same(f"goods {key} by quantity", [row["quantity"] for row in found["sections"][key + "_quantity"]], best)
    same("goods net", found["figures"]["net"], sum(item["member_net"] + item["guest_net"] for item in sums.items.values()))
    sold = {sku for sku, item in sums.items.items() if item["lines"]}
    same("goods not sold", found["figures"]["not_sold"], len(set(cost) - sold))
    category = {product["sku"]: product["category"] for product in products}
    weeks = collections.defaultdict(lambda: [0] * 4)
    for back in range(28):
        day = (day_of("2028-03-10") - datetime.timedelta(back)).isoformat()
        for sku, item in gather(by_day, events, day, day).items.items():
            weeks[category[sku]][3 - back // 7] += item["member_net"] + item["guest_net"]
    same("goods forecast", sorted(row["next"] for row in found["sections"]["forecast"]), sorted(max(sum(week), 0) // (4 - next((i for i, net in enumerate(week) if net), 3)) for week in weeks.values()))
    hours = collections.Counter()
    for sale in sales:
        if sale["business_date"] >= "2028-02-01" and sale["type"] == "sale":
            hours[int(sale["at"][11:13])] += sum(line["final"] for line in sale["lines"])
        elif sale["business_date"] >= "2028-02-01":
            hours[int(sale["at"][11:13])] -= sum(line["v"] for line in events[sale["sale_id"]]["p"]["l"])
    same("goods by hour", {row["hour"]: row["net"] for row in found["sections"]["hours"]}, {hour: net for hour, net in hours.items() if net})


def visits(sales, first, last):
    rows = collections.defaultdict(lambda: {"bills": 0, "net": 0, "days": set()})
    for sale in sales:
        if sale["member_no"] is None or not first <= sale["business_date"] <= last:
            continue
        row = rows[sale["member_no"]]
        row["net"] += sale["total"]
        if sale["type"] == "sale":
            row["bills"] += 1
            row["days"].add(day_of(sale["business_date"]))
    return rows


def check_members(sales, members):
    today = day_of("2028-03-10")
    found = report("members", "--date", "2028-03-10", "--from", "2028-02-01", "--to", "2028-03-10")
    month = visits(sales, "2028-02-01", "2028-03-10")
    tiers = {row["tier"]: row for row in found["sections"]["tiers"]}
    names = {"ORD": "普通会员", "SLV": "白银会员", "GLD": "黄金会员", "PLT": "白金会员", "BLK": "黑金会员"}
    for code, name in names.items():
        own = [member for member in members if member["tier"] == code]
        rows = [month[member["member_no"]] for member in own if member["member_no"] in month]
        state = collections.Counter("never" if not member["last_purchase"] else "lost" if (today - day_of(member["last_purchase"])).days > 180
                                    else "dormant" if (today - day_of(member["last_purchase"])).days > 90 else "active" for member in own)
        same(f"members {code}", [tiers.get(name, {}).get(key, 0) for key in ("members", "active", "dormant", "lost", "never", "buyers", "repeat", "bills", "net")],
             [len(own), state["active"], state["dormant"], state["lost"], state["never"], sum(1 for row in rows if row["bills"]),
              sum(1 for row in rows if row["bills"] >= 2), sum(row["bills"] for row in rows), sum(row["net"] for row in rows)])
    year = {no: row for no, row in visits(sales, (today - datetime.timedelta(364)).isoformat(), "2028-03-10").items() if row["bills"]}
    net = sorted((row["net"] for row in year.values()), reverse=True)
    tenths = [net[len(net) * i // 10:len(net) * (i + 1) // 10] for i in range(10)]
    same("members deciles", [(row["members"], row["net"]) for row in found["sections"]["deciles"]], [(len(tenth), sum(tenth)) for tenth in tenths])
    same("members 80/20", found["figures"]["top_fifth"], half_up(sum(tenths[0]) + sum(tenths[1]), sum(net)))
    brought = visits(sales, (today - datetime.timedelta(364)).isoformat(), "2028-03-10")  # S001-120
    for code, name in names.items():
        own = [member["member_no"] for member in members if member["tier"] == code]
        if own:
            same(f"members a year each {code}", tiers[name]["year_value"], sum(brought[no]["net"] for no in own if no in brought) // len(own))
    same("members a year each", found["figures"]["year_value"], sum(row["net"] for row in brought.values()) // len(members))
    median = sorted(row["bills"] for row in year.values())[len(year) // 2]
    big = net[(len(net) + 4) // 5 - 1]
    segments = collections.Counter()
    for member in members:
        row = year.get(member["member_no"])
        if member["status"] == "CANCELLED":
            continue
        if row is None:
            segments["SILENT"] += 1
            continue
        since, often, much = (today - max(row["days"])).days, row["bills"] > median, row["net"] >= big and row["net"] > 0
        if since > 90:
            segments["WIN_BACK" if much else "LOST" if since > 180 else "SLIPPING"] += 1
        elif often:
            segments["BEST" if much else "LOYAL"] += 1
        elif much:
            segments["BIG_SPENDER"] += 1
        else:
            segments["FRESH" if (today - min(row["days"])).days <= 60 else "OCCASIONAL"] += 1
    same("members segments", {row["code"]: row["members"] for row in found["sections"]["segments"] if row["members"]}, dict(segments))
    bills = [sale for sale in sales if sale["type"] == "sale" and "2028-02-01" <= sale["business_date"] <= "2028-03-10"]
    same("members card use", found["figures"]["card_use"], half_up(sum(1 for sale in bills if sale["member_no"]), len(bills)))
    weekdays = collections.defaultdict(collections.Counter)
    for sale in sales:
        if "2028-02-01" <= sale["business_date"] <= "2028-03-10":
            row, side = weekdays[day_of(sale["business_date"]).isoweekday()], "member" if sale["member_no"] else "guest"
            row[side + "_net"] += sale["total"]
            row[side + "_bills"] += sale["type"] == "sale"
    keys = ("member_bills", "member_net", "guest_bills", "guest_net")
    same("members by weekday", {row["weekday"]: [row[key] for key in keys] for row in found["sections"]["weekdays"]},
         {day: [weekdays[day][key] for key in keys] for day in range(1, 8)})
    same("members liability", sum(row["points"] for row in found["sections"]["liability"]), sum(max(member["noncash"], 0) + max(member["cashable"], 0) for member in members))
    rhythm = sum(1 for no, row in year.items() if len(row["days"]) >= 4 and active(members, no)
                 and (today - max(row["days"])).days * (len(row["days"]) - 1) > 2 * (max(row["days"]) - min(row["days"])).days)
    same("list offrhythm", report("lists", "--list", "offrhythm", "--date", "2028-03-10")["figures"]["members"], rhythm)
    for kind, low, high in (("dormant", 91, 180), ("lost", 181, 10 ** 6)):
        expected = sum(1 for member in members if member["status"] == "ACTIVE" and member["last_purchase"]
                       and low <= (today - day_of(member["last_purchase"])).days <= high)
        same(f"list {kind}", report("lists", "--list", kind, "--date", "2028-03-10")["figures"]["members"], expected)


def birthday_in(year, born):
    """All days of a calendar year that are somebody's birthday."""
    if born["calendar"] == "SOLAR":
        leap = year % 4 == 0 and (year % 100 or year % 400 == 0)
        return [datetime.date(year, born["month"], 28 if (born["month"], born["day"]) == (2, 29) and not leap else born["day"])]
    days = []
    for n, (first, month) in enumerate(LUNAR[:-1]):
        if month.rstrip("b") != str(born["month"]):
            continue
        leap_follows = LUNAR[n + 1][1] == month + "b"
        wanted = month.endswith("b") == born["leap_month"] or (born["leap_month"] and not leap_follows)
        length = (LUNAR[n + 1][0] - first).days
        day = first + datetime.timedelta(min(born["day"], length) - 1)
        if wanted and day.year == year:
            days.append(day)
    return days


def check_birthdays(members):
    leaps = {(born["month"], born["day"]) for member in members if (born := member["birthday"])}
    same("somebody was born on 29 February", (2, 29) in leaps, True)
    same("somebody was born by the moon", any(member["birthday"]["calendar"] == "LUNAR" for member in members if member["birthday"]), True)
    for today in ("2027-02-20", "2027-06-20", "2027-12-20", "2028-02-20", "2028-03-10", "2028-05-20", "2028-06-10"):
        for kind, within in (("birthdays7", 7), ("birthdays30", 30)):
            first = day_of(today)
            last = first + datetime.timedelta(within)
            expected = sum(1 for member in members if member["status"] == "ACTIVE" and member["birthday"]
                           for year in range(first.year, last.year + 1) for day in birthday_in(year, member["birthday"]) if first <= day <= last)
            same(f"list {kind} {today}", report("lists", "--list", kind, "--date", today)["figures"]["members"], expected)


def coupons_of_the_month(day, wanted, sku):
    """A till that stands open on the day, with one bill: the jobs of the day run while nothing waits, a page of members at a time."""
    command = [CTL, "sell", "--store", STORE]
    held, most = {}, 120 + int(os.environ.get("KAHUI_CHECK_MEMBERS", "300")) // 50
    with subprocess.Popen(command, env=dict(ENV, KAHUI_NOW=f"{day}T11:00:00"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as till:
        till.stdin.write(json.dumps({"ref": "new-year", "operator": "1001", "lines": [{"sku": sku, "qty_milli": 1000}], "tenders": [{"type": "CASH"}]}) + "\n")
        till.stdin.flush()
        till.stdout.readline()
        until = time.monotonic() + most
        while not wanted <= held.keys() and time.monotonic() < until:
            time.sleep(0.5)
            held = {coupon["member_no"]: coupon["serial"] for coupon in export("coupons") if coupon["status"] == "ISSUED" and coupon["expires"] >= day}
        till.stdin.close()
        till.wait()
    return held


def next_year():
    """The new year ends points, the month brings coupons, and some of them are used; after all else was compared."""
    day, skus = "2030-01-03", goods()
    numbers = {one["phone"]: one["member_no"] for one in export("members", "--reveal", "--operator", "9001", "--pin", "123456")}
    wanted = {phone: numbers[phone] for phone in (f"1380000{n:04d}" for n in range(8))}
    held = coupons_of_the_month(day, set(wanted.values()), skus[0])
    lines = [{"ref": f"coupon-{n}", "operator": "1001", "card": {"phone": phone}, "coupons": [held[member]],
              "lines": [{"sku": skus[n], "qty_milli": 3000}], "tenders": [{"type": "CASH"}]}
             for n, (phone, member) in enumerate(wanted.items()) if member in held]
    ctl("sell", "--store", STORE, now=f"{day}T12:00:00", stdin="".join(json.dumps(line) + "\n" for line in lines), allowed=(0, 1))
    acts = collections.Counter()
    for event in exported("journal"):
        count(acts, event)
    for what in COUNTED:
        same(f"{day} {what}", report("day", "--date", day)[what], acts[what, day])
    same("points ended in the new year", acts["points_expired", day] > 0, True)
    same("members of the check who hold a coupon of the month", len(set(wanted.values()) & held.keys()), len(wanted))
    same("coupons were used", acts["coupons_used", day] >= 4, True)
    month = report("month", "--date", day)
    for what in COUNTED:
        same(f"2030-01 {what}", month[what], sum(number for (key, on), number in acts.items() if key == what and on.startswith("2030-01")))


def check_values(moves, numbers):
    """S000-88: the rows of the journal with a balance that runs along, against what the store tells of each member."""
    whys = collections.Counter(why for rows in moves.values() for _, why, *_ in rows)
    for why in ("TOP_UP", "PAY", "REFUND", "CLOSE", "SOLD", "USED", "GIVEN_BACK", "RETURNED"):
        same(f"value moved by {why}", whys[why] > 0, True)
    for no in sorted(moves)[::max(1, len(moves) // 40)]:
        left, expected = collections.Counter(), []
        for card, why, day, change in moves[no]:
            left[card] += change
            same(f"value of {no} never below nothing", left[card] >= 0, True)
            expected.append((card, why, day, change, left[card]))
        told = json.loads(ctl("member", "value", "--store", STORE, "--member", numbers[no], "--limit", "100000", "--json"))
        found = [(row.get("card", ""), row["why"], row["day"], row["count"] if "card" in row else row["principal_fen"] + row["bonus_fen"],
                  row["left"] if "card" in row else row["balance_fen"]) for row in reversed(told["rows"])]
        same(f"value of member {numbers[no]}", found, expected)


def active(members, no):
    return any(member["member_no"] == no and member["status"] == "ACTIVE" for member in members)


def main():
    make()
    verified = json.loads(ctl("verify", "--store", STORE, "--json"))
    same("verify", verified["problems"], [])
    sales, members, products = export("sales"), export("members", "--reveal", "--operator", "9001", "--pin", "123456"), export("products")
    events, acts, moves = {}, collections.Counter(), collections.defaultdict(list)
    for event in exported("journal"):
        events[event["id"]] = {"p": event["p"]}
        count(acts, event)
        told = event["p"]
        if event["type"] == "stored.moved":
            moves[told["no"]].append(("", told["why"], event["bd"], told.get("p", 0) + told.get("b", 0)))
        elif event["type"] == "count.moved":
            moves[told["no"]].append((told["cc"], told["why"], event["bd"], told["cn"]))
    numbers = {events[sale["sale_id"]]["p"]["mb"]["no"]: sale["member_no"] for sale in sales if sale["member_no"] is not None}
    check_values(moves, numbers)
    same("days with new members, with coupons, with stored value in and out", len({what for (what, _), number in acts.items() if number}), 4)
    gifts = sum(event["p"].get("b", 0) for event in events.values() if event["p"].get("why") == "TOP_UP")
    same("top-ups with their gift", gifts > 0, True)
    same("bills paid with stored value", sum(1 for sale in sales if sale["type"] == "sale" and any(tender["type"] == "STORED" for tender in sale["tenders"])) >= 20, True)
    same("returns in the history", sum(1 for sale in sales if sale["type"] == "return") >= 20, True)
    same("bills opened again", sum(1 for event in events.values() if event["p"].get("vo")) >= 20, True)
    same("bills paid with points", sum(1 for sale in sales if sale["type"] == "sale" and sale["points_used"] > 0) >= 8, True)
    check_birthdays(members)
    check_days(sales, events, acts)
    check_goods(sales, events, products)
    check_members(sales, members)
    next_year()
    for fault in faults[:40]:
        print(fault)
    print(f"{len(faults)} fault(s) over {len(sales)} sales and returns")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
