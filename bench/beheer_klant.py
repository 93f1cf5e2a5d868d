"""Somebody of staff, by the forms of /beheer: what a browser would send. No package but Python's own."""

import base64
import hashlib
import hmac
import html
import http.client
import re
import struct
import subprocess
import time
import uuid


def totp(geheim):
    hash_ = hmac.new(base64.b32decode(geheim), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    plek = hash_[-1] & 15
    return f"{(struct.unpack('>I', hash_[plek:plek + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Klant:
    def __init__(self, poort, programma, rol):
        self.poort, self.koekjes, self.pagina = poort, {}, ""
        uit = subprocess.run(
            [programma, "beheer", "uitnodigen", f"{rol}-{uuid.uuid4().hex}@dorp.example", "--rol", rol],
            check=True, capture_output=True, text=True,
        ).stdout
        link = "/beheer/uitnodiging/" + uit.strip().rsplit("/", 1)[1]
        self.get(link)
        geheim = re.search(r'class="sleutel"[^>]*>([A-Z2-7]+)<', self.pagina)[1]
        velden = {"naam": f"Sam {rol}", "wachtwoord": "kraai-sokken-tafel-mist", "code": totp(geheim), "sleutel": self.verborgen("sleutel")}
        status, _ = self.post(link, velden)
        assert status == 200 and "herstelcodes" in self.pagina, status

    def vraag(self, methode, pad, lichaam=None, soort=None):
        verbinding = http.client.HTTPConnection("localhost", self.poort, timeout=60)
        koppen = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.koekjes.items())}
        if soort:
            koppen["Content-Type"] = soort
        verbinding.request(methode, pad, lichaam, koppen)
        antwoord = verbinding.getresponse()
        tekst = antwoord.read().decode("utf-8", "replace")
        for koekje in antwoord.headers.get_all("Set-Cookie") or []:
            naam, _, waarde = koekje.split(";")[0].partition("=")
            self.koekjes[naam] = waarde
        self.pagina = tekst or self.pagina
        verbinding.close()
        return antwoord.status, antwoord.headers.get("Location")

    def get(self, pad):
        return self.vraag("GET", pad)

    def verborgen(self, naam):
        gevonden = re.search(f'name="{naam}"[^>]*value="([^"]*)"', self.pagina)
        return html.unescape(gevonden[1]) if gevonden else ""

    def post(self, pad, velden, bestand=None):
        velden = {**velden, "__RequestVerificationToken": self.verborgen("__RequestVerificationToken")}
        grens = uuid.uuid4().hex
        delen = [f'--{grens}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in velden.items()]
        if bestand:
            naam, inhoud = bestand
            delen.append(f'--{grens}\r\nContent-Disposition: form-data; name="bestand"; filename="{naam}"\r\n\r\n'.encode() + inhoud + b"\r\n")
        lichaam = b"".join(delen) + f"--{grens}--\r\n".encode()
        return self.vraag("POST", pad, lichaam, f"multipart/form-data; boundary={grens}")

    def lever(self, soort, naam, inhoud, velden):
        """Uploads, and waits until it is a concept or refused; gives where it ended."""
        self.get(f"/beheer/nieuw/{soort}")
        status, pad = self.post(f"/beheer/nieuw/{soort}", velden, (naam, inhoud))
        while status == 302 or "ververst vanzelf" in self.pagina:
            if status == 302 and pad.startswith("/beheer/controle/"):
                self.get(pad)
                return pad
            time.sleep(0.1)
            status, verder = self.get(pad)
            pad = verder or pad
        return pad

    def publiceer(self, controle, wijziging):
        self.get(controle)
        return self.post(f"{controle}/publiceren", {"wijziging": wijziging})
