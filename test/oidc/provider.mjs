/**
 * A real OpenID Connect provider on loopback. Whoever names one of its people is believed to be them.
 * Arguments: its port, our client's redirect address, the people as JSON: name → claims.
 */
import Provider from "oidc-provider";

const [port = "", redirectUri = "", people = "{}"] = process.argv.slice(2);
const known = JSON.parse(people);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "hejnal", client_secret: "tajne-klienta", redirect_uris: [redirectUri] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
  cookies: { keys: ["only for tests"] },
  findAccount: (_, id) => (known[id] ? { accountId: id, claims: () => ({ sub: id, ...known[id] }) } : undefined),
  // Nobody is asked whether our console may know their name.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});
// From now on everybody is called otherwise.
process.on("SIGUSR2", () => {
  for (const claims of Object.values(known)) Object.assign(claims, { preferred_username: "inaczej", email: undefined });
  process.stdout.write("renamed\n");
});
provider.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
