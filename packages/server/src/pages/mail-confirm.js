// The code of a letter comes behind the `#`, which no server is sent; from there it is put where it is confirmed. Without this
// script it is typed.
const code = location.hash.slice(1);
const field = document.querySelector('input[name="code"]');
if (field !== null && /^[0-9A-Za-z-]{16,40}$/.test(code)) {
  field.value = code;
  // Whoever looks over this browser's history later finds no code.
  history.replaceState(null, '', location.pathname + location.search);
}
