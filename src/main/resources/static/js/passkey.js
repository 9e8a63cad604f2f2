// Signing in with a passkey, and adding one to an account.
import { csrfHeaders } from './csrf.js';

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, '');

const post = async (url, body) => {
    const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...csrfHeaders() },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
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

const add = async (label) => {
    const options = await post('/webauthn/register/options');
    const key = await navigator.credentials.create({
        publicKey: {
            ...options,
            challenge: bytes(options.challenge),
            user: { ...options.user, id: bytes(options.user.id) },
            excludeCredentials: known(options.excludeCredentials),
        },
    });
    await post('/webauthn/register', {
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
    button.hidden = false;
    button.addEventListener('click', async () => {
        const error = document.querySelector('[data-passkey-error]');
        error.hidden = true;
        button.disabled = true;
        try {
            await work();
        } catch (problem) {
            console.info(problem);
            error.hidden = false;
        } finally {
            button.disabled = false;
        }
    });
};

if (window.PublicKeyCredential) {
    document.querySelectorAll('[data-passkey-sign-in]').forEach((button) => trying(button, signIn));
    document.querySelectorAll('[data-passkey-add]').forEach((button) =>
        trying(button, async () => {
            const label = document.querySelector('[data-passkey-label]')?.value.trim();
            await add(label || button.dataset.passkeyAdd);
            location.assign(button.dataset.next ?? location.href);
        }),
    );
} else {
    document.querySelectorAll('[data-passkey-none]').forEach((words) => (words.hidden = false));
}
