"""The operators' page of headquarters in headless Chromium, driven by the WebDriver protocol alone.

Usage: browser.py URL PASSWORD EVENT FOLDER. URL is the operators' address; EVENT the id of the one quarantined event;
pictures go to FOLDER. browser_test.cpp sets headquarters up; the exit status is 0 if everything was as it should be."""

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1024,768"]
WIDTHS = (1024, 390)
faults = []


def check(good, what):
    print(("ok    " if good else "FAULT ") + what, flush=True)
    if not good:
        faults.append(what)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def fetch(url, form=None):
    """Status, headers and text, without a browser."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data), timeout=20) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read().decode()


class Browser:
    """One Chromium with an empty profile behind a chromedriver of its own; both end with it."""

    def __init__(self, language):
        self.profile = tempfile.mkdtemp(prefix="kahui-browser-")
        self.home = dict(os.environ, HOME=self.profile)
        port = free_port()
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env=self.home)
        self.base = f"http://127.0.0.1:{port}"
        self.session = ""
        for _ in range(200):
            try:
                if self.ask("GET", "/status")["ready"]:
                    break
            except OSError:
                time.sleep(0.1)
        options = {"args": FLAGS + [f"--user-data-dir={self.profile}/data", f"--accept-lang={language}"]}
        made = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
        self.session = "/session/" + made["sessionId"]

    def close(self):
        try:
            self.ask("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(20)
            shutil.rmtree(self.profile, ignore_errors=True)

    def ask(self, method, path, body=None):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"browser.py: {method} {path}: {refused.read().decode()[:400]}") from None

    def do(self, method, path, body=None):
        return self.ask(method, self.session + path, body)

    def open(self, url):
        self.do("POST", "/url", {"url": url})

    def run(self, script, *args):
        return self.do("POST", "/execute/sync", {"script": script, "args": list(args)})

    def find(self, css):
        return self.do("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]

    def type(self, css, text):
        self.do("POST", f"/element/{self.find(css)}/value", {"text": text})

    def click(self, css):
        self.do("POST", f"/element/{self.find(css)}/click")

    def rows(self, table):
        """What is read in the table, a list of cells for each row."""
        return self.run("return [...document.querySelectorAll('#' + arguments[0] + ' tr')].slice(1)"
                        ".map(r => [...r.cells].map(c => c.innerText.trim()))", table)

    def text(self, css):
        return self.run("const e = document.querySelector(arguments[0]); return e ? e.innerText : null", css)

    def press(self, css):
        """Presses what leads to the page with the answer, and reads that."""
        self.click(css)
        for _ in range(100):
            if (said := self.text("#message")) is not None:
                return said
            time.sleep(0.1)
        return "no answer"

    def back(self):
        self.click("a")
        for _ in range(100):
            if self.text("#quarantine") is not None:
                return
            time.sleep(0.1)

    def width(self, pixels):
        self.do("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": pixels, "height": 768, "deviceScaleFactor": 1, "mobile": False}})

    def picture(self, file):
        height = self.run("return document.documentElement.scrollHeight")
        shot = self.do("POST", "/goog/cdp/execute", {"cmd": "Page.captureScreenshot", "params": {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "scale": 1, "height": height, "width": self.run("return innerWidth")}}})
        with open(file, "wb") as out:
            out.write(base64.b64decode(shot["data"]))

    def log(self, kind):
        return self.do("POST", "/se/log", {"type": kind})


def headers(url):
    _, got, text = fetch(url + "/")
    policy = got["Content-Security-Policy"] or ""
    check("default-src 'none'" in policy and "script-src" not in policy, f"no script and no foreign source is allowed: {policy}")
    check(got["Content-Type"].lower() == "text/html; charset=utf-8", "the charset is named")
    check(got["X-Content-Type-Options"] == "nosniff" and got["Cache-Control"] == "no-store", "nothing is guessed, nothing kept")
    check(not re.search(r"(?:src|href|action)=\"(?:https?:)?//", text), "nothing on the page points elsewhere")


def look(browser, url, folder, language):
    """Each width in one language: nothing runs over the edge."""
    browser.open(f"{url}/?lang={language}")
    check(browser.run("return document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[language], f"{language}: the page names its language")
    check(browser.run("return document.characterSet") == "UTF-8", f"{language}: UTF-8")
    for width in WIDTHS:
        browser.width(width)
        wide, room = browser.run("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        check(room == width and wide <= room, f"{language}: {wide} px wide at {width} px")
        small = browser.run("return [...document.querySelectorAll('input:not([type=hidden]), button')]"
                            ".filter(e => e.getBoundingClientRect().height < 43.5).length")
        check(small == 0, f"{language}: {small} fields and buttons under 44 px at {width} px")
        browser.picture(os.path.join(folder, f"hq-{language}-{width}.png"))
    browser.width(WIDTHS[0])
    nameless = browser.run("return [...document.querySelectorAll('input:not([type=hidden])')].filter(e => !e.ariaLabel).length")
    check(nameless == 0, f"{language}: every field has a name")


def read(browser, url, event):
    browser.open(url + "/?lang=en")
    tills = {row[2]: row for row in browser.rows("terminals")}
    check(set(tills) == {"till-one", "till-two"}, f"both tills are there: {sorted(tills)}")
    check(tills["till-two"][3] == "9.8.7" and tills["till-one"][3] == "test", "with their versions")
    check(re.fullmatch(r"now|\d+ min", tills["till-one"][5]) is not None, f"when they were heard of: {tills['till-one'][5]}")
    check(tills["till-two"][6] == "1" and tills["till-two"][7] != "", f"what one has not sent, and how old: {tills['till-two'][6:]}")
    check(tills["till-one"][6] == "0" and tills["till-one"][7] == "", "the other has sent all")
    states = {row[3] for row in browser.rows("recon")}
    check({"does not match", "open"} & states != set() and any("below 0" in row[6] for row in browser.rows("recon")),
          f"reconciliation and why it does not match: {states}")
    sales = browser.rows("sales")
    check([sales[0][0], sales[0][3], sales[0][4]] == ["0001", "1", "88.00"], f"sales of members today: {sales}")
    check(sales[-1][0] == "chain" and sales[-1][1:] == sales[0][1:], "and of the chain")
    aside = {row[1]: row for row in browser.rows("quarantine")}
    check(event in aside and "below 0" in aside[event][5], "what is set aside, with the reason")
    check(any(row[2] == "<script>document.title='owned'</script>" for row in aside.values()), "foreign words stand as they came")


def release(browser, url, password, event):
    status, _, _ = fetch(url + "/release", {"event": event})
    check(status == 403, f"no release without a password: {status}")
    time.sleep(1.1)  # after a wrong password a second passes
    row = f"form:has(input[value='{event}'])"
    browser.open(url + "/?lang=en")
    browser.click(f"{row} button")
    check(browser.run("return location.pathname") == "/" and browser.run(
        "return document.querySelector(arguments[0]).matches(':invalid')", f"{row} [type=password]"), "an empty password is not sent")
    browser.type(f"{row} [type=password]", "not the password")
    said = browser.press(f"{row} button")
    check("this is not the password" in said, f"a wrong one is refused: {said}")
    browser.back()
    check(event in str(browser.rows("quarantine")), "the event is still set aside")
    time.sleep(1.1)
    browser.open(url + "/?lang=zh")
    browser.type(f"{row} [type=password]", password)
    said = browser.press(f"{row} button")
    check(said == "已放行", f"released: {said}")
    browser.back()
    check(browser.run("return document.documentElement.lang") == "zh-CN", "the way back keeps the language")
    check(event not in str(browser.rows("quarantine")), "the event is gone from the list")


def sign_off(browser, url, password):
    browser.open(url + "/?lang=en")
    form = "form[action^='/sign-off']:has(input[value='till-two'])"
    name = "<img src=x onerror=\"document.title='owned'\">"
    browser.type(f"{form} [name=name]", name)
    browser.type(f"{form} [name=reason]", "盘点")
    browser.type(f"{form} [name=password]", password)
    said = browser.press(f"{form} button")
    check(said == "signed off", f"signed off: {said}")
    browser.back()
    check(f"signed off by {name}: 盘点" in str(browser.text("#recon")), "who signed stands as it was typed")
    check(browser.run("return document.images.length") == 0, "and is no picture")


def quiet(browser, url):
    """Nothing was asked of anybody else, and the browser had nothing to complain of but the refusal that was meant."""
    foreign = set()
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked = message["params"]["request"]["url"]
            if not asked.startswith((url + "/", "data:")):
                foreign.add(asked)
    check(not foreign, f"every request went to headquarters itself: {sorted(foreign)}")
    complaints = [entry["message"] for entry in browser.log("browser") if entry["level"] in ("SEVERE", "WARNING")
                  and not re.search(r"/release.* 403 ", entry["message"])]
    check(not complaints, f"the console is empty: {complaints}")
    check(browser.run("return document.title") == "Kahui headquarters", "no foreign script ran")


def main():
    url, password, event, folder = sys.argv[1:]
    headers(url)
    browser = Browser("zh-CN,zh,en")
    try:
        browser.open(url + "/")
        check(browser.text("h1") == "卡惠总部（演示）", f"a Chinese browser gets a Chinese page: {browser.text('h1')}")
        browser.log("performance")  # what the start page asked for
        for language in ("zh", "en"):
            look(browser, url, folder, language)
        read(browser, url, event)
        release(browser, url, password, event)
        sign_off(browser, url, password)
        quiet(browser, url)
    finally:
        browser.close()
    raise SystemExit(1 if faults else 0)


main()
