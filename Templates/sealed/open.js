// Opens the page that is sealed in this file, by its password, and puts it in this one's place.
(() => {
  'use strict';
  const form = document.querySelector('form');
  const said = document.querySelector('output');
  const sealed = JSON.parse(document.getElementById('sealed').textContent);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  if (!window.crypto || !crypto.subtle) {
    said.textContent = form.dataset.unable;
    return;
  }
  const open = async (password) => {
    const words = new TextEncoder().encode(password.normalize('NFC'));
    const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
    const way = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(sealed.salt), iterations: sealed.rounds };
    const key = await crypto.subtle.deriveKey(
      way, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    const page = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes(sealed.nonce) }, key, bytes(sealed.page));
    return new TextDecoder().decode(page);
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = form.dataset.wait;
    try {
      const page = await open(form.elements.password.value);
      document.open();
      document.write(page);
      document.close();
    } catch {
      said.textContent = form.dataset.wrong;
      form.elements.password.select();
    }
  });
})();
