/** The function that is all of them, and the name of the service in the cloud. */
export const SERVICE = 'shnor';
