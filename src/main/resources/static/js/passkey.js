// Signing in with a passkey, adding one to an account, and making the first one of a new account.
import { csrfHeaders } from './csrf.js';

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, '');

// The server understood and says, in words for the person, why not.
class Refused extends Error {}

const post = async (url, body) => {
    const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...csrfHeaders() },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 422) throw new Refused((await answer.json()).error);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return answer.json();
};

const known = (list) => (list ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

const signIn = async () => {
    const options = await post('/webauthn/authenticate/options');
    const key = await navigator.credentials.get({
        publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
    });
    const answer = await post('/login/webauthn', {
        id: key.id,
        rawId: text(key.rawId),
        response: {
            authenticatorData: text(key.response.authenticatorData),
            clientDataJSON: text(key.response.clientDataJSON),
            signature: text(key.response.signature),
            userHandle: key.response.userHandle ? text(key.response.userHandle) : undefined,
        },
        credType: key.type,
        clientExtensionResults: key.getClientExtensionResults(),
        authenticatorAttachment: key.authenticatorAttachment,
    });
    location.assign(answer.redirectUrl);
};

const add = async (label, where = '/webauthn/register') => {
    const options = await post(`${where}/options`);
    const key = await navigator.credentials.create({
        publicKey: {
            ...options,
            challenge: bytes(options.challenge),
            user: { ...options.user, id: bytes(options.user.id) },
            excludeCredentials: known(options.excludeCredentials),
        },
    });
    return post(where, {
        publicKey: {
            credential: {
                id: key.id,
                rawId: text(key.rawId),
                response: {
                    attestationObject: text(key.response.attestationObject),
                    clientDataJSON: text(key.response.clientDataJSON),
                    transports: key.response.getTransports(),
                },
                type: key.type,
                clientExtensionResults: key.getClientExtensionResults(),
                authenticatorAttachment: key.authenticatorAttachment,
            },
            label,
        },
    });
};

const trying = (button, work) => {
    let own;
    button.hidden = false;
    button.addEventListener('click', async () => {
        const error = document.querySelector('[data-passkey-error]');
        error.hidden = true;
        button.disabled = true;
        try {
            await work();
        } catch (problem) {
            console.info(problem);
            own ??= error.textContent;
            error.textContent = problem instanceof Refused && problem.message ? problem.message : own;
            error.hidden = false;
        } finally {
            button.disabled = false;
        }
    });
};

// Why no passkey can be had here: '' when one can.
const obstacle = () => {
    if (!window.isSecureContext) return 'insecure';
    if (!window.PublicKeyCredential) return 'browser';
    const host = document.querySelector('[data-passkey-host]')?.dataset.passkeyHost;
    const here = location.hostname;
    return host && here !== host && !here.endsWith(`.${host}`) ? 'host' : '';
};

// Passkey or password: only what was chosen is asked for.
const choosing = (ways) => {
    const password = document.querySelector('[data-way-password]');
    const show = () => {
        const other = ways.querySelector('[value="passkey"]').checked;
        password.hidden = other;
        password.querySelector('input').disabled = other;
    };
    ways.hidden = false;
    if (!ways.dataset.ways) ways.querySelector('[value="passkey"]').checked = true;
    ways.addEventListener('change', show);
    show();
};

const why = obstacle();
if (why) {
    document.querySelectorAll('[data-passkey-none]').forEach((words) => {
        words.hidden = !['', why].includes(words.dataset.passkeyNone);
    });
    document.querySelectorAll('[data-ways] [value="password"]').forEach((way) => (way.checked = true));
} else {
    document.querySelectorAll('[data-ways]').forEach(choosing);
    document.querySelectorAll('[data-passkey-sign-in]').forEach((button) => trying(button, signIn));
    document.querySelectorAll('[data-passkey-add]').forEach((button) =>
        trying(button, async () => {
            const label = document.querySelector('[data-passkey-label]')?.value.trim();
            await add(label || button.dataset.passkeyAdd);
            location.assign(button.dataset.next ?? location.href);
        }),
    );
    document.querySelectorAll('[data-passkey-create]').forEach((button) => {
        trying(button, async () => location.assign((await add(button.dataset.passkeyName, button.dataset.passkeyCreate)).redirectUrl));
        button.focus();
    });
}
