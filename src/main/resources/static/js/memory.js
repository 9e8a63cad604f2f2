// What this browser remembers for its reader; forgets quietly where storage is off.
export const remember = (key, value) => {
    try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
    } catch {
        // Without storage the choice lasts as long as the page.
    }
};

export const recall = (key) => {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
};
