DOMAIN = "meter"
CLIENT = "client"
